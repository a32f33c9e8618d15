mapping "aws_launch_template" {
  cloudformation "AWS::EC2::LaunchTemplate" {
    under = LaunchTemplateData

    name                   = root.LaunchTemplateName
    name_prefix            = drop("CloudFormation completes names by itself")
    description            = root.VersionDescription
    tags                   = "root.TagSpecifications[ResourceType=launch-template].Tags"
    default_version        = drop("CloudFormation does not choose the default version")
    update_default_version = ignore("whoever uses the template names a version")
    security_group_names   = SecurityGroups
    vpc_security_group_ids = SecurityGroupIds

    tag_specifications = TagSpecifications
    network_interfaces = {
      security_groups = Groups
      ipv4_address_count = SecondaryPrivateIpAddressCount
      ipv4_addresses  = wrap(PrivateIpAddresses, "PrivateIpAddress")
      ipv4_prefixes   = wrap(Ipv4Prefixes, "Ipv4Prefix")
      ipv6_addresses  = wrap(Ipv6Addresses, "Ipv6Address")
      ipv6_prefixes   = wrap(Ipv6Prefixes, "Ipv6Prefix")
    }

    refer "name"            { property = LaunchTemplateName }
    refer "latest_version"  { attribute = "LatestVersionNumber" }
    refer "default_version" { attribute = "DefaultVersionNumber" }
    refer "arn"             { sub = "arn:${partition}:ec2:${region}:${account}:launch-template/${ref}" }
  }
}
