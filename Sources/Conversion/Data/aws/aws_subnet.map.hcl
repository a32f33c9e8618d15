mapping "aws_subnet" {
  cloudformation "AWS::EC2::Subnet" {
    private_dns_hostname_type_on_launch            = PrivateDnsNameOptionsOnLaunch.HostnameType
    enable_resource_name_dns_a_record_on_launch    = PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsARecord
    enable_resource_name_dns_aaaa_record_on_launch = PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsAAAARecord
    map_customer_owned_ip_on_launch                = assume(false, "CloudFormation does not map customer-owned addresses on launch")
    customer_owned_ipv4_pool                       = drop("CloudFormation does not map customer-owned addresses on launch")

    refer "arn"               { sub = "arn:${partition}:ec2:${region}:${account}:subnet/${ref}" }
    refer "availability_zone" { attribute = "AvailabilityZone" }
    refer "cidr_block"        { attribute = "CidrBlock" }
    refer "vpc_id"            { attribute = "VpcId" }
    refer "ipv6_cidr_block"   { value = select(0, attribute("Ipv6CidrBlocks")) }
    refer "owner_id"          { value = account }
  }
}
