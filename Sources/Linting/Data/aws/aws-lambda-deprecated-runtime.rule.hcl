rule "aws-lambda-deprecated-runtime" {
  summary     = "The function's runtime is no longer maintained"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AWS_363"], tflint = ["aws_lambda_function_deprecated_runtime"] }

  resource "aws_lambda_function" {
    where   = self.runtime != null
    require = !contains(["nodejs", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x", "nodejs16.x", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "ruby2.5", "ruby2.7", "java8", "go1.x", "provided", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1", "dotnet5.0", "dotnet6", "dotnet7"], self.runtime)
    message = "The runtime ${self.runtime} gets no repairs any more."
  }

  resource "aws_lambda_layer_version" {
    where = self.compatible_runtimes != null
    require = (
      !all([
        for r in self.compatible_runtimes :
        contains(["nodejs12.x", "nodejs14.x", "nodejs16.x", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "ruby2.5", "ruby2.7", "java8", "go1.x", "provided", "dotnetcore3.1", "dotnet6"], r)
      ])
      || length(self.compatible_runtimes) == 0
    )
    message  = "All runtimes of the layer have ended."
    severity = "low"
  }

  why  = "Holes in the language stay open, and after some months AWS refuses to update the function at all."
  help = "Move to a current runtime, such as nodejs22.x or python3.13; for Go use provided.al2023."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function"]

  example "runtime is nodejs14.x" {
    flagged = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"
        runtime       = "nodejs14.x"
        handler       = "index.handler"
      }
    TF
  }

  example "runtime is nodejs22.x" {
    accepted = <<-TF
      resource "aws_lambda_function" "thumbs" {
        function_name = "thumbs"
        role          = "arn:aws:iam::123456789012:role/thumbs"
        runtime       = "nodejs22.x"
        handler       = "index.handler"
      }
    TF
  }
}
