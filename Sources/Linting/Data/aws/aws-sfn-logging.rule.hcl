rule "aws-sfn-logging" {
  summary  = "Executions of the state machine leave no record"
  category = "reliability"
  severity = "low"
  tags     = ["logging", "monitoring"]
  packs    = ["strict"]

  resource "aws_sfn_state_machine" {
    require     = any([for t in self.tracing_configuration : t.enabled == true])
    at          = self
    message     = "Executions are not traced."
    equivalents = { checkov = ["CKV_AWS_284"], trivy = ["AWS-0117"] }
  }

  resource "aws_sfn_state_machine" {
    require     = any([for l in self.logging_configuration : l.include_execution_data == true && l.level != "OFF"])
    at          = self
    message     = "Executions and their data are not logged."
    equivalents = { checkov = ["CKV_AWS_285"], trivy = ["AWS-0119"] }
  }

  why  = "The history of an execution is kept for 90 days, that of an express workflow not at all; after that nobody knows what it did."
  help = "Add logging_configuration with include_execution_data = true and level = ERROR or ALL, and tracing_configuration."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine"]

  example "without logging_configuration" {
    flagged = <<-TF
      resource "aws_sfn_state_machine" "orders" {
        name       = "orders"
        role_arn   = "arn:aws:iam::123456789012:role/orders"
        definition = "{}"
      }
    TF
  }

  example "with logging_configuration" {
    accepted = <<-TF
      resource "aws_sfn_state_machine" "orders" {
        name       = "orders"
        role_arn   = "arn:aws:iam::123456789012:role/orders"
        definition = "{}"

        logging_configuration {
          log_destination        = "arn:aws:logs:eu-west-1:123456789012:log-group:orders:*"
          include_execution_data = true
          level                  = "ERROR"
        }

        tracing_configuration {
          enabled = true
        }
      }
    TF
  }
}
