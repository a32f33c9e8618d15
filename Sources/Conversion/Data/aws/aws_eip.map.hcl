mapping "aws_eip" {
  cloudformation "AWS::EC2::EIP" {
    instance                 = InstanceId
    customer_owned_ipv4_pool = drop("CloudFormation has no customer-owned pools for addresses")

    refer "id"            { attribute = "AllocationId" }
    refer "allocation_id" { attribute = "AllocationId" }
    refer "public_ip"     { attribute = "PublicIp" }

    split_into "AWS::EC2::EIPAssociation" "Association" {
      when                      = has(self.network_interface)
      network_interface         = NetworkInterfaceId
      associate_with_private_ip = PrivateIpAddress
      set                       = { AllocationId = parent }
    }
  }
}
