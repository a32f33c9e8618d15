mapping "aws_route" {
  cloudformation "AWS::EC2::Route" {
    egress_only_gateway_id = EgressOnlyInternetGatewayId
  }
}
