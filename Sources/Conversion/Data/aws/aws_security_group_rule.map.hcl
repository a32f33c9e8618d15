mapping "aws_security_group_rule" {
  cloudformation "AWS::EC2::SecurityGroupIngress" {
    when    = self.type == "ingress"
    fan_out = [cidr_blocks, ipv6_cidr_blocks, prefix_list_ids, source_security_group_id, self]

    type                     = ignore("the type of the resource says it")
    security_group_id        = GroupId
    protocol                 = enum(IpProtocol, { all = "-1" })
    cidr_blocks              = CidrIp
    ipv6_cidr_blocks         = CidrIpv6
    prefix_list_ids          = SourcePrefixListId
    source_security_group_id = SourceSecurityGroupId
    self                     = when_true(SourceSecurityGroupId, self.security_group_id)
  }

  cloudformation "AWS::EC2::SecurityGroupEgress" {
    when    = self.type == "egress"
    fan_out = [cidr_blocks, ipv6_cidr_blocks, prefix_list_ids, source_security_group_id, self]

    type                     = ignore("the type of the resource says it")
    security_group_id        = GroupId
    protocol                 = enum(IpProtocol, { all = "-1" })
    cidr_blocks              = CidrIp
    ipv6_cidr_blocks         = CidrIpv6
    prefix_list_ids          = DestinationPrefixListId
    source_security_group_id = DestinationSecurityGroupId
    self                     = when_true(DestinationSecurityGroupId, self.security_group_id)
  }
}
