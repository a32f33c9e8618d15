mapping "aws_s3_bucket_cors_configuration" {
  cloudformation "AWS::S3::Bucket" {
    merge_into            = bucket
    expected_bucket_owner = ignore("what Terraform checks before it changes the bucket")
    cors_rule             = block(CorsConfiguration.CorsRules, { expose_headers = ExposedHeaders, max_age_seconds = MaxAge })
  }
}
