mapping "aws_route_table_association" {
  cloudformation "AWS::EC2::GatewayRouteTableAssociation" {
    when = has(self.gateway_id)
  }
  cloudformation "AWS::EC2::SubnetRouteTableAssociation" {}
}
