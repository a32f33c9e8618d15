mapping "aws_vpc_security_group_egress_rule" {
  cloudformation "AWS::EC2::SecurityGroupEgress" {
    security_group_id            = GroupId
    cidr_ipv4                    = CidrIp
    referenced_security_group_id = DestinationSecurityGroupId
    prefix_list_id               = DestinationPrefixListId
    ip_protocol                  = enum(IpProtocol, { all = "-1" })
    tags                         = drop("CloudFormation does not tag single rules")

    refer "security_group_rule_id" { ref = true }
  }
}
