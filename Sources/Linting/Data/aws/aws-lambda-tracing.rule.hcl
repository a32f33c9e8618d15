rule "aws-lambda-tracing" {
  summary     = "Calls of the function are not traced"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_50"], trivy = ["AWS-0066", "AWS-0125"] }

  resource "aws_lambda_function" {
    require = any([for c in self.tracing_config : contains(["Active", "PassThrough"], c.mode)])
  }

  why  = "Without traces it takes guesswork to find which call of a chain was slow or failed."
  help = "Add tracing_config { mode = Active } and allow the role to write traces."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function"]

  example "without tracing_config" {
    flagged = <<-TF
      resource "aws_lambda_function" "f" {
        function_name = "f"
        role          = "arn:aws:iam::123456789012:role/f"
      }
    TF
  }

  example "with tracing_config" {
    accepted = <<-TF
      resource "aws_lambda_function" "f" {
        function_name = "f"
        role          = "arn:aws:iam::123456789012:role/f"

        tracing_config {
          mode = "Active"
        }
      }
    TF
  }
}
