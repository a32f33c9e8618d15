mapping "aws_internet_gateway_attachment" {
  cloudformation "AWS::EC2::VPCGatewayAttachment" {}
}
