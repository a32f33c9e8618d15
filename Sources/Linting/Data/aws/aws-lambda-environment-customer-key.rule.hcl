rule "aws-lambda-environment-customer-key" {
  summary     = "The function's environment is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_173"] }

  resource "aws_lambda_function" {
    where   = any([for e in self.environment : e.variables != null && length(e.variables) > 0])
    require = self.kms_key_arn != null && self.kms_key_arn != ""
  }

  why  = "Everyone who may read the function's configuration reads its variables in clear; a key of your own asks for a second right."
  help = "Name a key in kms_key_arn, and keep secrets in Secrets Manager."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function"]

  example "without kms_key_arn" {
    flagged = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"

        environment {
          variables = { STAGE = "prod" }
        }
      }
    TF
  }

  example "kms_key_arn is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"

        environment {
          variables = { STAGE = "prod" }
        }
        kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
