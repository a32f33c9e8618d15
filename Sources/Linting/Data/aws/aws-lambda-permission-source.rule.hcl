rule "aws-lambda-permission-source" {
  summary     = "Any account can have the service call the function"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AWS_364"], trivy = ["AWS-0067"] }

  resource "aws_lambda_permission" {
    where   = endswith(self.principal, ".amazonaws.com")
    require = self.source_arn != null || self.source_account != null || self.principal_org_id != null
  }

  why  = "A service acts for all of its customers: without a source, a stranger can have it call this function."
  help = "Set source_arn to the resource that may call, or source_account."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_permission"]

  example "without source_arn" {
    flagged = <<-TF
      resource "aws_lambda_permission" "this" {
        action        = "lambda:InvokeFunction"
        function_name = "f"
        principal     = "s3.amazonaws.com"
      }
    TF
  }

  example "source_arn is arn:aws:s3:::example-data" {
    accepted = <<-TF
      resource "aws_lambda_permission" "this" {
        action        = "lambda:InvokeFunction"
        function_name = "f"
        principal     = "s3.amazonaws.com"
        source_arn    = "arn:aws:s3:::example-data"
      }
    TF
  }
}
