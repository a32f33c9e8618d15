rule "aws-lambda-url-cors" {
  summary     = "Scripts of every site may call the function with every method"
  category    = "security"
  severity    = "medium"
  tags        = ["public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_75"] }

  resource "aws_lambda_function" {
    let = { urls = related("aws_lambda_function_url", "function_name") }
    require = !any([
      for u in urls :
      any([for c in u.cors : any([for o in c.allow_origins : o == "*"]) && any([for m in c.allow_methods : m == "*"])])
    ])
    at      = self
    message = "The function's address answers scripts of every site."
  }

  why  = "A page that a user happens to open can call the function on his behalf."
  help = "List the sites in allow_origins and the methods in allow_methods."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function"]

  example "allow_origins is *" {
    flagged = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"
      }

      resource "aws_lambda_function_url" "thumbs" {
        function_name      = aws_lambda_function.thumbs.function_name
        authorization_type = "AWS_IAM"

        cors {
          allow_origins = ["*"]
          allow_methods = ["*"]
        }
      }
    TF
  }

  example "allow_origins is https://shop.example.com" {
    accepted = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"
      }

      resource "aws_lambda_function_url" "thumbs" {
        function_name      = aws_lambda_function.thumbs.function_name
        authorization_type = "AWS_IAM"

        cors {
          allow_origins = ["https://shop.example.com"]
          allow_methods = ["*"]
        }
      }
    TF
  }
}
