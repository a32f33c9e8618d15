rule "aws-lambda-code-signing" {
  summary     = "The function runs code that nobody signed"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_272"] }

  resource "aws_lambda_function" {
    require = self.code_signing_config_arn != null && self.code_signing_config_arn != ""
  }

  why  = "Whoever may update the function can run any code with its rights."
  help = "Declare aws_lambda_code_signing_config and name it in code_signing_config_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function"]

  example "reported" {
    flagged = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name           = "thumbs"
        role                    = "arn:aws:iam::123456789012:role/thumbs"
        code_signing_config_arn = "arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1"
      }
    TF
  }
}
