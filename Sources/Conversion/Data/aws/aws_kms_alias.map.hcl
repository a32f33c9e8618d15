mapping "aws_kms_alias" {
  cloudformation "AWS::KMS::Alias" {
    name        = AliasName
    name_prefix = drop("CloudFormation completes names by itself")

    refer "name"           { ref = true }
    refer "arn"            { sub = "arn:${partition}:kms:${region}:${account}:${ref}" }
    refer "target_key_arn" { value = referred(self.target_key_id, "arn") }
  }
}
