rule "aws-lambda-dead-letter-queue" {
  summary     = "Events that the function cannot process are lost"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_116"] }

  resource "aws_lambda_function" {
    require = any([for c in self.dead_letter_config : true])
    at      = self
  }

  why  = "An asynchronous call that fails three times is dropped without a trace."
  help = "Add a dead_letter_config with the ARN of a queue or topic, or a destination for failures."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function"]

  example "without aws_sqs_queue" {
    flagged = <<-TF
      resource "aws_lambda_function" "f" {
        function_name = "f"
        role          = "arn:aws:iam::123456789012:role/f"
      }
    TF
  }

  example "with aws_sqs_queue" {
    accepted = <<-TF
      resource "aws_sqs_queue" "failed" {
        name = "failed"
      }

      resource "aws_lambda_function" "f" {
        function_name = "f"
        role          = "arn:aws:iam::123456789012:role/f"

        dead_letter_config {
          target_arn = aws_sqs_queue.failed.arn
        }
      }
    TF
  }
}
