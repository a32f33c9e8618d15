mapping "aws_nat_gateway" {
  cloudformation "AWS::EC2::NatGateway" {
    private_ip = PrivateIpAddress
  }
}
