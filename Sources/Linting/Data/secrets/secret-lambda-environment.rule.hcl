rule "secret-lambda-environment" {
  summary     = "A secret is written in the function's environment"
  category    = "secrets"
  severity    = "critical"
  equivalents = { checkov = ["CKV_AWS_45"] }

  resource "aws_lambda_function" {
    each    = self.environment.variables
    require = secret_kind(each.value, each.key) == null
    message = "The environment variable ${each.key} holds a ${secret_kind(each.value, each.key)}."
  }

  why  = "Environment variables stand in the state, in the console, and in the history of this repository, for everyone who may look at the function."
  help = "Keep the value in Secrets Manager or Parameter Store, pass its name, read it when the function starts. Revoke the value: it is known."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function"]

  example "a key in clear" {
    flagged = <<-TF
      resource "aws_lambda_function" "f" {
        function_name = "f"
        role          = "arn:aws:iam::123456789012:role/f"

        environment {
          variables = {
            STAGE       = "prod"
            DB_PASSWORD = "hV8#kq2Lx9!w"
          }
        }
      }
    TF
  }

  example "the name of a secret" {
    accepted = <<-TF
      resource "aws_lambda_function" "f" {
        function_name = "f"
        role          = "arn:aws:iam::123456789012:role/f"

        environment {
          variables = {
            DB_PASSWORD_SECRET_ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf"
            API_TOKEN_NAME         = "prod/api/token"
          }
        }
      }
    TF
  }
}
