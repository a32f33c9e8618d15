mapping "aws_cloudfront_origin_access_control" {
  cloudformation "AWS::CloudFront::OriginAccessControl" {
    under = OriginAccessControlConfig

    refer "id" { attribute = "Id" }
  }
}
