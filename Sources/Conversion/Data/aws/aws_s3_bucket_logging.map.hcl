mapping "aws_s3_bucket_logging" {
  cloudformation "AWS::S3::Bucket" {
    merge_into            = bucket
    under                 = LoggingConfiguration
    target_bucket         = DestinationBucketName
    target_prefix         = LogFilePrefix
    target_object_key_format = drop("CloudFormation chooses the key format of access logs by another switch")
    target_grant          = drop("CloudFormation has no grants for access logs")
    expected_bucket_owner = ignore("what Terraform checks before it changes the bucket")
  }
}
