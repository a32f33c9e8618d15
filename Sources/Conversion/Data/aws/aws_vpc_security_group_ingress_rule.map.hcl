mapping "aws_vpc_security_group_ingress_rule" {
  cloudformation "AWS::EC2::SecurityGroupIngress" {
    security_group_id            = GroupId
    cidr_ipv4                    = CidrIp
    referenced_security_group_id = SourceSecurityGroupId
    prefix_list_id               = SourcePrefixListId
    ip_protocol                  = enum(IpProtocol, { all = "-1" })
    tags                         = drop("CloudFormation does not tag single rules")

    refer "security_group_rule_id" { ref = true }
  }
}
