mapping "aws_s3_bucket_versioning" {
  cloudformation "AWS::S3::Bucket" {
    merge_into            = bucket
    mfa                   = ignore("the second factor that Terraform signs the change with")
    expected_bucket_owner = ignore("what Terraform checks before it changes the bucket")
    versioning_configuration = {
      status     = enum(Status, { Disabled = null })
      mfa_delete = assume("Disabled", "CloudFormation cannot turn on deletion with a second factor")
    }
  }
}
