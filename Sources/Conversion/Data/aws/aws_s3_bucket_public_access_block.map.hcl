mapping "aws_s3_bucket_public_access_block" {
  cloudformation "AWS::S3::Bucket" {
    merge_into   = bucket
    under        = PublicAccessBlockConfiguration
    skip_destroy = ignore("what Terraform leaves behind when the resource is removed")
  }
}
