mapping "aws_s3_bucket_policy" {
  cloudformation "AWS::S3::BucketPolicy" {
    policy = PolicyDocument

    refer "id" { property = Bucket }
  }
}
