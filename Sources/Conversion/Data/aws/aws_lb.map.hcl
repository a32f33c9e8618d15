mapping "aws_lb" {
  cloudformation "AWS::ElasticLoadBalancingV2::LoadBalancer" {
    load_balancer_type       = Type
    internal                 = enum(Scheme, { true = "internal", false = "internet-facing" })
    name_prefix              = drop("CloudFormation completes names by itself")
    customer_owned_ipv4_pool = drop("CloudFormation has no customer-owned pools for load balancers")

    client_keep_alive                            = "LoadBalancerAttributes[Key=client_keep_alive.seconds].Value"
    desync_mitigation_mode                       = "LoadBalancerAttributes[Key=routing.http.desync_mitigation_mode].Value"
    dns_record_client_routing_policy             = "LoadBalancerAttributes[Key=dns_record.client_routing_policy].Value"
    drop_invalid_header_fields                   = "LoadBalancerAttributes[Key=routing.http.drop_invalid_header_fields.enabled].Value"
    enable_cross_zone_load_balancing             = "LoadBalancerAttributes[Key=load_balancing.cross_zone.enabled].Value"
    enable_deletion_protection                   = "LoadBalancerAttributes[Key=deletion_protection.enabled].Value"
    enable_http2                                 = "LoadBalancerAttributes[Key=routing.http2.enabled].Value"
    enable_tls_version_and_cipher_suite_headers  = "LoadBalancerAttributes[Key=routing.http.x_amzn_tls_version_and_cipher_suite.enabled].Value"
    enable_waf_fail_open                         = "LoadBalancerAttributes[Key=waf.fail_open.enabled].Value"
    enable_xff_client_port                       = "LoadBalancerAttributes[Key=routing.http.xff_client_port.enabled].Value"
    enable_zonal_shift                           = "LoadBalancerAttributes[Key=zonal_shift.config.enabled].Value"
    idle_timeout                                 = "LoadBalancerAttributes[Key=idle_timeout.timeout_seconds].Value"
    preserve_host_header                         = "LoadBalancerAttributes[Key=routing.http.preserve_host_header.enabled].Value"
    secondary_ips_auto_assigned_per_subnet       = "LoadBalancerAttributes[Key=secondary_ips.auto_assigned.per_subnet].Value"
    xff_header_processing_mode                   = "LoadBalancerAttributes[Key=routing.http.xff_header_processing.mode].Value"

    access_logs = inline({
      bucket  = "LoadBalancerAttributes[Key=access_logs.s3.bucket].Value"
      enabled = "LoadBalancerAttributes[Key=access_logs.s3.enabled].Value"
      prefix  = "LoadBalancerAttributes[Key=access_logs.s3.prefix].Value"
    })
    connection_logs = inline({
      bucket  = "LoadBalancerAttributes[Key=connection_logs.s3.bucket].Value"
      enabled = "LoadBalancerAttributes[Key=connection_logs.s3.enabled].Value"
      prefix  = "LoadBalancerAttributes[Key=connection_logs.s3.prefix].Value"
    })
    health_check_logs = inline({
      bucket  = "LoadBalancerAttributes[Key=health_check_logs.s3.bucket].Value"
      enabled = "LoadBalancerAttributes[Key=health_check_logs.s3.enabled].Value"
      prefix  = "LoadBalancerAttributes[Key=health_check_logs.s3.prefix].Value"
    })
    ipam_pools = inline({ ipv4_ipam_pool_id = Ipv4IpamPoolId })

    refer "arn"        { ref = true }
    refer "arn_suffix" { attribute = "LoadBalancerFullName" }
    refer "dns_name"   { attribute = "DNSName" }
    refer "zone_id"    { attribute = "CanonicalHostedZoneID" }
    refer "name"       { attribute = "LoadBalancerName" }
  }
}
