rule "aws-sqs-dead-letter-queue" {
  summary  = "Messages that cannot be processed come back for ever"
  category = "reliability"
  severity = "low"
  packs    = ["strict"]

  resource "aws_sqs_queue" {
    require = (
      self.redrive_policy != null
      || any([for p in related("aws_sqs_queue_redrive_policy", "queue_url") : true])
      || self.redrive_allow_policy != null
      || any([for p in related("aws_sqs_queue_redrive_allow_policy", "queue_url") : true])
    )
    at = self
  }

  why  = "One bad message is read again and again, until it is dropped at the end of the retention without a trace."
  help = "Set redrive_policy with a dead-letter queue and a maxReceiveCount."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue"]

  example "without redrive_policy" {
    flagged = <<-TF
      resource "aws_sqs_queue" "orders" {
        name = "orders"
      }
    TF
  }

  example "with redrive_policy" {
    accepted = <<-TF
      resource "aws_sqs_queue" "orders" {
        name = "orders"

        redrive_policy = jsonencode({ deadLetterTargetArn = "arn:aws:sqs:eu-west-1:123456789012:dead", maxReceiveCount = 5 })
      }
    TF
  }
}
