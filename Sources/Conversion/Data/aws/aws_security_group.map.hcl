mapping "aws_security_group" {
  cloudformation "AWS::EC2::SecurityGroup" {
    name                   = GroupName
    name_prefix            = drop("CloudFormation completes names by itself")
    description            = GroupDescription
    revoke_rules_on_delete = ignore("how Terraform deletes the group")

    ingress = fan_out(SecurityGroupIngress, {
      cidr_blocks      = CidrIp
      ipv6_cidr_blocks = CidrIpv6
      prefix_list_ids  = SourcePrefixListId
      security_groups  = SourceSecurityGroupId
    }, {
      protocol = enum(IpProtocol, { all = "-1" })
      self     = ignore("a rule of its own says it")
    })
    egress = fan_out(SecurityGroupEgress, {
      cidr_blocks      = CidrIp
      ipv6_cidr_blocks = CidrIpv6
      prefix_list_ids  = DestinationPrefixListId
      security_groups  = DestinationSecurityGroupId
    }, {
      protocol = enum(IpProtocol, { all = "-1" })
      self     = ignore("a rule of its own says it")
    })

    default = {
      GroupDescription = "Managed by Terraform"
      # Terraform removes the rule that lets everything out; CloudFormation keeps it unless there is another.
      SecurityGroupEgress = with(VpcId, [{ CidrIp = "127.0.0.1/32", IpProtocol = "-1", Description = "Nothing leaves" }])
    }

    refer "id"       { attribute = "GroupId" }
    refer "arn"      { sub = "arn:${partition}:ec2:${region}:${account}:security-group/${attribute("GroupId")}" }
    refer "vpc_id"   { attribute = "VpcId" }
    refer "owner_id" { value = account }

    # A group cannot name itself inside of its own definition.
    split_into "AWS::EC2::SecurityGroupIngress" "IngressFromSelf" {
      each             = ingress
      when             = self.self == true
      self             = ignore("it is the source")
      protocol         = enum(IpProtocol, { all = "-1" })
      cidr_blocks      = ignore("the group's own rules have it")
      ipv6_cidr_blocks = ignore("the group's own rules have it")
      prefix_list_ids  = ignore("the group's own rules have it")
      security_groups  = ignore("the group's own rules have it")
      set              = { GroupId = parent, SourceSecurityGroupId = parent }
    }
    split_into "AWS::EC2::SecurityGroupEgress" "EgressToSelf" {
      each             = egress
      when             = self.self == true
      self             = ignore("it is the destination")
      protocol         = enum(IpProtocol, { all = "-1" })
      cidr_blocks      = ignore("the group's own rules have it")
      ipv6_cidr_blocks = ignore("the group's own rules have it")
      prefix_list_ids  = ignore("the group's own rules have it")
      security_groups  = ignore("the group's own rules have it")
      set              = { GroupId = parent, DestinationSecurityGroupId = parent }
    }
  }
}
