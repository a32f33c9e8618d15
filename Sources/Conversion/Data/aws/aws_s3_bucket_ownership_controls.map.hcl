mapping "aws_s3_bucket_ownership_controls" {
  cloudformation "AWS::S3::Bucket" {
    merge_into = bucket
    rule       = OwnershipControls.Rules
  }
}
