rule "aws-lambda-url-authorization" {
  summary     = "Anyone can call the function by its address"
  category    = "security"
  severity    = "high"
  tags        = ["public"]
  equivalents = { checkov = ["CKV_AWS_258"] }

  resource "aws_lambda_function_url" {
    require = self.authorization_type != "NONE"

    fix {
      set    = { authorization_type = "AWS_IAM" }
      safety = "unsafe"
    }
  }

  why  = "A public address runs the function for anyone, at your cost and with its rights."
  help = "Set authorization_type = AWS_IAM, or put an API with an authorizer in front."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function_url"]

  example "authorization_type is NONE" {
    flagged = <<-TF
      resource "aws_lambda_function_url" "this" {
        function_name      = "f"
        authorization_type = "NONE"
      }
    TF
  }

  example "authorization_type is AWS_IAM" {
    accepted = <<-TF
      resource "aws_lambda_function_url" "this" {
        function_name      = "f"
        authorization_type = "AWS_IAM"
      }
    TF
  }
}
