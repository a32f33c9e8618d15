rule "aws-lambda-permission-anyone" {
  summary     = "Anyone may call the function"
  category    = "security"
  severity    = "high"
  tags        = ["public"]
  equivalents = { checkov = ["CKV_AWS_301"] }

  resource "aws_lambda_permission" {
    where   = self.principal_org_id == null
    require = self.principal != "*"
  }

  why  = "The function runs for whoever calls, at your cost and with its rights; a source_arn only limits on whose behalf."
  help = "Name a service or an account as principal, with source_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_permission"]

  example "principal is *" {
    flagged = <<-TF
      resource "aws_lambda_permission" "call" {
        function_name = "thumbs"
        action        = "lambda:InvokeFunction"
        principal     = "*"
      }
    TF
  }

  example "principal is 123456789012" {
    accepted = <<-TF
      resource "aws_lambda_permission" "call" {
        function_name = "thumbs"
        action        = "lambda:InvokeFunction"
        principal     = "123456789012"
      }
    TF
  }
}
