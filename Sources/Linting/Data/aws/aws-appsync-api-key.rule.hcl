rule "aws-appsync-api-key" {
  summary  = "The GraphQL API is guarded by a key that every client knows"
  category = "security"
  severity = "low"
  tags     = ["iam", "public"]
  packs    = ["strict"]

  resource "aws_appsync_graphql_api" {
    require = self.authentication_type != "API_KEY"
  }

  why  = "The key stands in each page and app; it counts requests and identifies nobody."
  help = "Use AMAZON_COGNITO_USER_POOLS, OPENID_CONNECT or AWS_IAM."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_graphql_api"]

  example "authentication_type is API_KEY" {
    flagged = <<-TF
      resource "aws_appsync_graphql_api" "main" {
        name                = "main"
        authentication_type = "API_KEY"
      }
    TF
  }

  example "authentication_type is AWS_IAM" {
    accepted = <<-TF
      resource "aws_appsync_graphql_api" "main" {
        name                = "main"
        authentication_type = "AWS_IAM"
      }
    TF
  }
}
