mapping "aws_cloudfront_distribution" {
  cloudformation "AWS::CloudFront::Distribution" {
    under = DistributionConfig

    is_ipv6_enabled        = IPV6Enabled
    retain_on_delete       = ignore("how Terraform deletes the distribution")
    wait_for_deployment    = ignore("how Terraform waits, not what is built")
    logging_config         = Logging
    logging_v1_enabled     = ignore("what Terraform reads back")
    custom_error_response  = CustomErrorResponses
    default_cache_behavior = {
      function_association        = FunctionAssociations
      lambda_function_association = block(LambdaFunctionAssociations, { lambda_arn = LambdaFunctionARN })
    }
    ordered_cache_behavior = block(CacheBehaviors, {
      function_association        = FunctionAssociations
      lambda_function_association = block(LambdaFunctionAssociations, { lambda_arn = LambdaFunctionARN })
    })
    origin = {
      origin_id                = Id
      origin_access_control_id = [OriginAccessControlId, constant(S3OriginConfig.OriginAccessIdentity, "")]
      custom_header            = block(OriginCustomHeaders, { name = HeaderName, value = HeaderValue })
    }
    origin_group = block("OriginGroups.Items[]", {
      origin_id         = Id
      failover_criteria = block(FailoverCriteria, { status_codes = StatusCodes.Items })
      member            = Members.Items
    })

    refer "arn"            { sub = "arn:${partition}:cloudfront::${account}:distribution/${ref}" }
    refer "domain_name"    { attribute = "DomainName" }
    refer "hosted_zone_id" { value = "Z2FDTNDATAQYW2" }
  }
}
