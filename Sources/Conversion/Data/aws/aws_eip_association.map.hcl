mapping "aws_eip_association" {
  cloudformation "AWS::EC2::EIPAssociation" {
    public_ip           = EIP
    allow_reassociation = ignore("what Terraform lets a change do")
  }
}
