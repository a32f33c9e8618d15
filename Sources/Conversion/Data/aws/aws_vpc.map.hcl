mapping "aws_vpc" {
  cloudformation "AWS::EC2::VPC" {
    enable_network_address_usage_metrics = assume(false, "CloudFormation has no switch for metrics of address usage")

    refer "arn"                       { sub = "arn:${partition}:ec2:${region}:${account}:vpc/${ref}" }
    refer "cidr_block"                { attribute = "CidrBlock" }
    refer "default_network_acl_id"    { attribute = "DefaultNetworkAcl" }
    refer "default_security_group_id" { attribute = "DefaultSecurityGroup" }
    refer "ipv6_cidr_block"           { value = select(0, attribute("Ipv6CidrBlocks")) }
    refer "owner_id"                  { value = account }

    split_into "AWS::EC2::VPCCidrBlock" "Ipv6CidrBlock" {
      when = self.assign_generated_ipv6_cidr_block == true || has(self.ipv6_cidr_block) || has(self.ipv6_ipam_pool_id)
      assign_generated_ipv6_cidr_block     = AmazonProvidedIpv6CidrBlock
      ipv6_cidr_block                      = Ipv6CidrBlock
      ipv6_cidr_block_network_border_group = Ipv6CidrBlockNetworkBorderGroup
      ipv6_ipam_pool_id                    = Ipv6IpamPoolId
      ipv6_netmask_length                  = Ipv6NetmaskLength
      set = { VpcId = parent }
      options = { awaited = true }
    }
  }
}
