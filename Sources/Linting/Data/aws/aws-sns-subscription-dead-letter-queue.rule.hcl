rule "aws-sns-subscription-dead-letter-queue" {
  summary  = "Messages that the subscriber refuses are lost"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_sns_topic_subscription" {
    where   = contains(["sqs", "lambda", "http", "https", "firehose"], self.protocol)
    require = self.redrive_policy != null
    at      = self
  }

  why  = "After the last retry SNS drops the message without a trace."
  help = "Set redrive_policy with the ARN of a dead-letter queue."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_subscription"]

  example "without redrive_policy" {
    flagged = <<-TF
      resource "aws_sns_topic_subscription" "orders" {
        topic_arn = "arn:aws:sns:eu-west-1:123456789012:orders"
        protocol  = "sqs"
        endpoint  = "arn:aws:sqs:eu-west-1:123456789012:orders"
      }
    TF
  }

  example "with redrive_policy" {
    accepted = <<-TF
      resource "aws_sns_topic_subscription" "orders" {
        topic_arn = "arn:aws:sns:eu-west-1:123456789012:orders"
        protocol  = "sqs"
        endpoint  = "arn:aws:sqs:eu-west-1:123456789012:orders"

        redrive_policy = jsonencode({ deadLetterTargetArn = "arn:aws:sqs:eu-west-1:123456789012:dead" })
      }
    TF
  }
}
