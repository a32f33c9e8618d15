mapping "aws_instance" {
  cloudformation "AWS::EC2::Instance" {
    ami                         = ImageId
    associate_public_ip_address = "NetworkInterfaces[0].AssociatePublicIpAddress"
    subnet_id                   = choose(has(self.associate_public_ip_address), "NetworkInterfaces[0].SubnetId", SubnetId)
    vpc_security_group_ids      = choose(has(self.associate_public_ip_address), "NetworkInterfaces[0].GroupSet", SecurityGroupIds)
    private_ip                  = choose(has(self.associate_public_ip_address), "NetworkInterfaces[0].PrivateIpAddress", PrivateIpAddress)
    secondary_private_ips       = drop("CloudFormation gives further addresses to network interfaces only")
    hibernation                 = HibernationOptions.Configured
    ipv6_addresses              = wrap(Ipv6Addresses, "Ipv6Address")
    placement_group             = PlacementGroupName
    placement_group_id          = drop("CloudFormation names the placement group")
    placement_partition_number  = drop("only launch templates choose a partition")
    user_data                   = base64(UserData)
    user_data_base64            = UserData
    user_data_replace_on_change = ignore("when Terraform replaces the instance")
    disable_api_stop            = assume(false, "only launch templates protect against stopping")
    enable_primary_ipv6         = assume(false, "only network interfaces have a primary address of version 6")
    force_destroy               = ignore("how Terraform deletes the instance")
    get_password_data           = ignore("what Terraform reads back")
    volume_tags                 = drop("CloudFormation does not tag the volumes of an instance")

    root_block_device = block("BlockDeviceMappings[]", {
      delete_on_termination = Ebs.DeleteOnTermination
      encrypted             = Ebs.Encrypted
      iops                  = Ebs.Iops
      kms_key_id            = Ebs.KmsKeyId
      throughput            = drop("only launch templates say the throughput of a volume")
      volume_size           = Ebs.VolumeSize
      volume_type           = Ebs.VolumeType
      tags                  = drop("CloudFormation does not tag the volumes of an instance")
      tags_all              = ignore("the tags with those of the provider")
    })
    ebs_block_device = block("BlockDeviceMappings[]", {
      delete_on_termination = Ebs.DeleteOnTermination
      encrypted             = Ebs.Encrypted
      iops                  = Ebs.Iops
      kms_key_id            = Ebs.KmsKeyId
      snapshot_id           = Ebs.SnapshotId
      throughput            = drop("only launch templates say the throughput of a volume")
      volume_size           = Ebs.VolumeSize
      volume_type           = Ebs.VolumeType
      tags                  = drop("CloudFormation does not tag the volumes of an instance")
      tags_all              = ignore("the tags with those of the provider")
    })
    ephemeral_block_device             = "BlockDeviceMappings[]"
    launch_template                    = { id = LaunchTemplateId, name = LaunchTemplateName }
    cpu_options                        = { amd_sev_snp = drop("only launch templates turn on encrypted virtualisation") }
    network_interface                  = { network_card_index = assume(0, "only launch templates choose a network card") }
    primary_network_interface          = "NetworkInterfaces[0]"
    capacity_reservation_specification = drop("only launch templates choose a capacity reservation")
    instance_market_options            = drop("only launch templates ask for spot instances")
    maintenance_options                = drop("only launch templates say how an instance recovers")

    default = {
      "BlockDeviceMappings[].DeviceName" = "/dev/xvda"
      "NetworkInterfaces[].DeviceIndex"  = "0"
      "LaunchTemplate.Version"           = referred(self.launch_template.id, "latest_version")
    }

    refer "arn"               { sub = "arn:${partition}:ec2:${region}:${account}:instance/${ref}" }
    refer "private_ip"        { attribute = "PrivateIp" }
    refer "private_dns"       { attribute = "PrivateDnsName" }
    refer "public_ip"         { attribute = "PublicIp" }
    refer "public_dns"        { attribute = "PublicDnsName" }
    refer "availability_zone" { attribute = "AvailabilityZone" }
  }
}
