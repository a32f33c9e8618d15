rule "aws-lambda-queue-visibility" {
  summary  = "Messages come back while the function still works on them"
  category = "correctness"
  severity = "medium"

  resource "aws_lambda_event_source_mapping" {
    let = {
      queues    = related("aws_sqs_queue", "name", self.event_source_arn)
      functions = related("aws_lambda_function", "function_name", self.function_name)
    }
    require = !any([
      for q in queues :
      any([
        for f in functions :
        (q.visibility_timeout_seconds == null ? 30 : q.visibility_timeout_seconds) < (f.timeout == null ? 3 : f.timeout)
      ])
    ])
    at      = self
    message = "The function may run longer than a message of the queue stays hidden."
  }

  why  = "AWS refuses the mapping; where it exists already, messages are processed twice."
  help = "Set visibility_timeout_seconds of the queue to six times the function's timeout."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_event_source_mapping"]

  example "visibility_timeout_seconds is 30" {
    flagged = <<-TF
      resource "aws_sqs_queue" "orders" {
        name                       = "orders"
        visibility_timeout_seconds = 30
      }

      resource "aws_lambda_function" "orders" {
        function_name = "orders"
        role          = "arn:aws:iam::123456789012:role/orders"
        timeout       = 300
      }

      resource "aws_lambda_event_source_mapping" "orders" {
        event_source_arn = aws_sqs_queue.orders.arn
        function_name    = aws_lambda_function.orders.function_name
      }
    TF
  }

  example "visibility_timeout_seconds is 1800" {
    accepted = <<-TF
      resource "aws_sqs_queue" "orders" {
        name                       = "orders"
        visibility_timeout_seconds = 1800
      }

      resource "aws_lambda_function" "orders" {
        function_name = "orders"
        role          = "arn:aws:iam::123456789012:role/orders"
        timeout       = 300
      }

      resource "aws_lambda_event_source_mapping" "orders" {
        event_source_arn = aws_sqs_queue.orders.arn
        function_name    = aws_lambda_function.orders.function_name
      }
    TF
  }
}
