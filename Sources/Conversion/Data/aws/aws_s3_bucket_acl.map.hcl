mapping "aws_s3_bucket_acl" {
  cloudformation "AWS::S3::Bucket" {
    merge_into            = bucket
    expected_bucket_owner = ignore("what Terraform checks before it changes the bucket")
    access_control_policy = drop("CloudFormation has canned access control lists only")
    acl = enum(AccessControl, {
      "private"                   = "Private"
      "public-read"               = "PublicRead"
      "public-read-write"         = "PublicReadWrite"
      "authenticated-read"        = "AuthenticatedRead"
      "log-delivery-write"        = "LogDeliveryWrite"
      "aws-exec-read"             = "AwsExecRead"
      "bucket-owner-full-control" = "BucketOwnerFullControl"
      "bucket-owner-read"         = "BucketOwnerRead"
    })
  }
}
