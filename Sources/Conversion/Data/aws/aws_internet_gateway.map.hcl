mapping "aws_internet_gateway" {
  cloudformation "AWS::EC2::InternetGateway" {
    refer "arn" { sub = "arn:${partition}:ec2:${region}:${account}:internet-gateway/${ref}" }

    split_into "AWS::EC2::VPCGatewayAttachment" "Attachment" {
      vpc_id  = VpcId
      set     = { InternetGatewayId = parent }
      options = { awaited = true }
    }
  }
}
