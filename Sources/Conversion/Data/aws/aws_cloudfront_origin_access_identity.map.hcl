mapping "aws_cloudfront_origin_access_identity" {
  cloudformation "AWS::CloudFront::CloudFrontOriginAccessIdentity" {
    under   = CloudFrontOriginAccessIdentityConfig
    default = { Comment = "" }

    refer "cloudfront_access_identity_path" { sub = "origin-access-identity/cloudfront/${ref}" }
    refer "iam_arn"                         { sub = "arn:${partition}:iam::cloudfront:user/CloudFront Origin Access Identity ${ref}" }
    refer "s3_canonical_user_id"            { attribute = "S3CanonicalUserId" }
  }
}
