rule "aws-lambda-layer-public" {
  summary  = "The layer is given to everyone"
  category = "security"
  severity = "low"
  tags     = ["public"]
  packs    = ["strict"]

  resource "aws_lambda_layer_version_permission" {
    where   = self.organization_id == null
    require = self.principal != "*"
  }

  why  = "Every AWS customer can download the layer and read the code in it."
  help = "Name the account as principal, or set organization_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_layer_version_permission"]

  example "principal is *" {
    flagged = <<-TF
      resource "aws_lambda_layer_version_permission" "tools" {
        layer_name     = "tools"
        version_number = 1
        action         = "lambda:GetLayerVersion"
        statement_id   = "all"
        principal      = "*"
      }
    TF
  }

  example "principal is 123456789012" {
    accepted = <<-TF
      resource "aws_lambda_layer_version_permission" "tools" {
        layer_name     = "tools"
        version_number = 1
        action         = "lambda:GetLayerVersion"
        statement_id   = "all"
        principal      = "123456789012"
      }
    TF
  }
}
