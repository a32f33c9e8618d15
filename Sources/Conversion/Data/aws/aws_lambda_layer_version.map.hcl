mapping "aws_lambda_layer_version" {
  cloudformation "AWS::Lambda::LayerVersion" {
    filename          = artifact(Content)
    s3_bucket         = Content.S3Bucket
    s3_key            = Content.S3Key
    s3_object_version = Content.S3ObjectVersion
    skip_destroy      = ignore("what Terraform leaves behind when the resource is removed")
    source_code_hash  = ignore("how Terraform sees that the code changed")

    refer "arn" { ref = true }
  }
}
