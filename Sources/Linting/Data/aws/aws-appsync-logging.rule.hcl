rule "aws-appsync-logging" {
  summary  = "The GraphQL API does not log"
  category = "security"
  severity = "low"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "aws_appsync_graphql_api" {
    require     = any([for l in self.log_config : l.cloudwatch_logs_role_arn != null])
    at          = self
    equivalents = { checkov = ["CKV_AWS_193"] }
  }

  resource "aws_appsync_graphql_api" {
    require     = any([for l in self.log_config : l.field_log_level == "ALL" || l.field_log_level == "ERROR"])
    at          = self
    message     = "Errors of resolvers are not logged."
    equivalents = { checkov = ["CKV_AWS_194"] }
  }

  why  = "Without logs neither a failing resolver nor a client that reads too much can be found."
  help = "Add log_config with a role and field_log_level = ERROR."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_graphql_api"]

  example "without log_config" {
    flagged = <<-TF
      resource "aws_appsync_graphql_api" "main" {
        name                = "main"
        authentication_type = "AWS_IAM"
      }
    TF
  }

  example "with log_config" {
    accepted = <<-TF
      resource "aws_appsync_graphql_api" "main" {
        name                = "main"
        authentication_type = "AWS_IAM"

        log_config {
          cloudwatch_logs_role_arn = "arn:aws:iam::123456789012:role/appsync-logs"
          field_log_level          = "ERROR"
        }
      }
    TF
  }
}
