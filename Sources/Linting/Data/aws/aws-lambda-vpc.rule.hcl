rule "aws-lambda-vpc" {
  summary     = "The function stands outside of a VPC"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_117"] }

  resource "aws_lambda_function" {
    require = length(self.vpc_config) > 0
    at      = self
  }

  why  = "What the function connects to cannot be limited or logged by the network."
  help = "Add vpc_config with private subnets and a security group, if the function uses resources of the VPC."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function"]

  example "without vpc_config" {
    flagged = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"
      }
    TF
  }

  example "with vpc_config" {
    accepted = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"

        vpc_config {
          subnet_ids         = ["subnet-1"]
          security_group_ids = ["sg-1"]
        }
      }
    TF
  }
}
