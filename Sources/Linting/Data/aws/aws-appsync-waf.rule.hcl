rule "aws-appsync-waf" {
  summary     = "No firewall protects the GraphQL API"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_33"] }

  resource "aws_appsync_graphql_api" {
    require = any([for a in related("aws_wafv2_web_acl_association", "resource_arn") : true])
    at      = self
  }

  why  = "One expensive query repeated by a stranger is enough to make the API slow and dear; a firewall limits rates."
  help = "Associate a web ACL with aws_wafv2_web_acl_association."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_graphql_api"]

  example "without aws_wafv2_web_acl_association" {
    flagged = <<-TF
      resource "aws_appsync_graphql_api" "main" {
        name                = "main"
        authentication_type = "API_KEY"
      }
    TF
  }

  example "with aws_wafv2_web_acl_association" {
    accepted = <<-TF
      resource "aws_appsync_graphql_api" "main" {
        name                = "main"
        authentication_type = "API_KEY"
      }

      resource "aws_wafv2_web_acl_association" "main" {
        resource_arn = aws_appsync_graphql_api.main.arn
        web_acl_arn  = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/api/1"
      }
    TF
  }
}
