mapping "aws_key_pair" {
  cloudformation "AWS::EC2::KeyPair" {
    public_key      = PublicKeyMaterial
    key_name_prefix = drop("CloudFormation completes names by itself")

    refer "key_name"    { ref = true }
    refer "key_pair_id" { attribute = "KeyPairId" }
  }
}
