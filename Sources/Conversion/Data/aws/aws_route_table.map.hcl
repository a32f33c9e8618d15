mapping "aws_route_table" {
  cloudformation "AWS::EC2::RouteTable" {
    refer "arn" { sub = "arn:${partition}:ec2:${region}:${account}:route-table/${ref}" }

    split_into "AWS::EC2::Route" "Route" {
      each                       = route
      cidr_block                 = DestinationCidrBlock
      ipv6_cidr_block            = DestinationIpv6CidrBlock
      destination_prefix_list_id = DestinationPrefixListId
      egress_only_gateway_id     = EgressOnlyInternetGatewayId
      odb_network_arn            = drop("CloudFormation has no routes to database networks")
      set                        = { RouteTableId = parent }
    }
    split_into "AWS::EC2::VPNGatewayRoutePropagation" "Propagation" {
      propagating_vgws = VpnGatewayId
      set              = { RouteTableIds = [parent] }
    }
  }
}
