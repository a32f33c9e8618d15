mapping "aws_lb_target_group" {
  cloudformation "AWS::ElasticLoadBalancingV2::TargetGroup" {
    name_prefix = drop("CloudFormation completes names by itself")

    connection_termination             = "TargetGroupAttributes[Key=deregistration_delay.connection_termination.enabled].Value"
    deregistration_delay               = "TargetGroupAttributes[Key=deregistration_delay.timeout_seconds].Value"
    lambda_multi_value_headers_enabled = "TargetGroupAttributes[Key=lambda.multi_value_headers.enabled].Value"
    load_balancing_algorithm_type      = "TargetGroupAttributes[Key=load_balancing.algorithm.type].Value"
    load_balancing_anomaly_mitigation  = "TargetGroupAttributes[Key=load_balancing.algorithm.anomaly_mitigation].Value"
    load_balancing_cross_zone_enabled  = "TargetGroupAttributes[Key=load_balancing.cross_zone.enabled].Value"
    preserve_client_ip                 = "TargetGroupAttributes[Key=preserve_client_ip.enabled].Value"
    proxy_protocol_v2                  = "TargetGroupAttributes[Key=proxy_protocol_v2.enabled].Value"
    slow_start                         = "TargetGroupAttributes[Key=slow_start.duration_seconds].Value"

    health_check = inline({
      enabled             = HealthCheckEnabled
      healthy_threshold   = HealthyThresholdCount
      interval            = HealthCheckIntervalSeconds
      matcher             = choose(self.protocol_version == "GRPC", Matcher.GrpcCode, Matcher.HttpCode)
      path                = HealthCheckPath
      port                = HealthCheckPort
      protocol            = HealthCheckProtocol
      timeout             = HealthCheckTimeoutSeconds
      unhealthy_threshold = UnhealthyThresholdCount
    })
    stickiness = inline({
      enabled         = "TargetGroupAttributes[Key=stickiness.enabled].Value"
      type            = "TargetGroupAttributes[Key=stickiness.type].Value"
      cookie_name     = "TargetGroupAttributes[Key=stickiness.app_cookie.cookie_name].Value"
      cookie_duration = choose(self.stickiness.type == "app_cookie",
        "TargetGroupAttributes[Key=stickiness.app_cookie.duration_seconds].Value",
        "TargetGroupAttributes[Key=stickiness.lb_cookie.duration_seconds].Value")
    })
    target_failover = inline({
      on_deregistration = "TargetGroupAttributes[Key=target_failover.on_deregistration].Value"
      on_unhealthy      = "TargetGroupAttributes[Key=target_failover.on_unhealthy].Value"
    })
    target_health_state = inline({
      enable_unhealthy_connection_termination = "TargetGroupAttributes[Key=target_health_state.unhealthy.connection_termination.enabled].Value"
      unhealthy_draining_interval             = "TargetGroupAttributes[Key=target_health_state.unhealthy.draining_interval_seconds].Value"
    })
    target_group_health = inline({
      dns_failover = inline({
        minimum_healthy_targets_count      = "TargetGroupAttributes[Key=target_group_health.dns_failover.minimum_healthy_targets.count].Value"
        minimum_healthy_targets_percentage = "TargetGroupAttributes[Key=target_group_health.dns_failover.minimum_healthy_targets.percentage].Value"
      })
      unhealthy_state_routing = inline({
        minimum_healthy_targets_count      = "TargetGroupAttributes[Key=target_group_health.unhealthy_state_routing.minimum_healthy_targets.count].Value"
        minimum_healthy_targets_percentage = "TargetGroupAttributes[Key=target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage].Value"
      })
    })

    refer "arn"        { ref = true }
    refer "arn_suffix" { attribute = "TargetGroupFullName" }
    refer "name"       { attribute = "TargetGroupName" }
  }
}
