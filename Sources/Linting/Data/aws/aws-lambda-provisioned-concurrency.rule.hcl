rule "aws-lambda-provisioned-concurrency" {
  summary  = "Executions of the function are paid for in advance"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_lambda_provisioned_concurrency_config" {
    require = any([for t in related("aws_appautoscaling_target", "resource_id") : true])
    at      = self
  }

  why  = "Provisioned executions are charged by the hour, called or not."
  help = "Let aws_appautoscaling_target follow the use, or remove the configuration."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_provisioned_concurrency_config"]

  example "reported" {
    flagged = <<-TF
      resource "aws_lambda_provisioned_concurrency_config" "thumbs" {
        function_name                     = "thumbs"
        qualifier                         = "live"
        provisioned_concurrent_executions = 10
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"
      }
    TF
  }
}
