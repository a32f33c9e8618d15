mapping "aws_s3_bucket_server_side_encryption_configuration" {
  cloudformation "AWS::S3::Bucket" {
    merge_into            = bucket
    expected_bucket_owner = ignore("what Terraform checks before it changes the bucket")
    rule = block(BucketEncryption.ServerSideEncryptionConfiguration, {
      blocked_encryption_types                = BlockedEncryptionTypes.EncryptionType
      apply_server_side_encryption_by_default = ServerSideEncryptionByDefault
    })
  }
}
