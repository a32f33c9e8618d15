rule "aws-lambda-concurrency" {
  summary     = "The function may use up the account's concurrency"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_115"] }

  resource "aws_lambda_function" {
    require = self.reserved_concurrent_executions != null && self.reserved_concurrent_executions != -1
  }

  why  = "One function in a loop, or under attack, takes the executions of all others, and the bill has no upper end."
  help = "Set reserved_concurrent_executions."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function"]

  example "without reserved_concurrent_executions" {
    flagged = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"
      }
    TF
  }

  example "reserved_concurrent_executions is 20" {
    accepted = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name                  = "thumbs"
        role                           = "arn:aws:iam::123456789012:role/thumbs"
        reserved_concurrent_executions = 20
      }
    TF
  }
}
