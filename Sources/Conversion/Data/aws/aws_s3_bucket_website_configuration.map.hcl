mapping "aws_s3_bucket_website_configuration" {
  cloudformation "AWS::S3::Bucket" {
    merge_into            = bucket
    under                 = WebsiteConfiguration
    expected_bucket_owner = ignore("what Terraform checks before it changes the bucket")
    index_document        = inline({ suffix = IndexDocument })
    error_document        = inline({ key = ErrorDocument })
    routing_rules         = json(RoutingRules)
    routing_rule          = block(RoutingRules, { condition = RoutingRuleCondition, redirect = RedirectRule })

    refer "website_endpoint" { value = select(2, split("/", attribute("WebsiteURL"))) }
  }
}
