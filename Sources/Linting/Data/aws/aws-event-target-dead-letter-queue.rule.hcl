rule "aws-event-target-dead-letter-queue" {
  summary  = "Events that the target refuses are lost"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_cloudwatch_event_target" {
    require = length(self.dead_letter_config) > 0
    at      = self
  }

  why  = "EventBridge tries for a day and drops the event without a trace."
  help = "Add dead_letter_config with the ARN of a queue."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_event_target"]

  example "without dead_letter_config" {
    flagged = <<-TF
      resource "aws_cloudwatch_event_target" "thumbs" {
        rule = "uploads"
        arn  = "arn:aws:lambda:eu-west-1:123456789012:function:thumbs"
      }
    TF
  }

  example "with dead_letter_config" {
    accepted = <<-TF
      resource "aws_cloudwatch_event_target" "thumbs" {
        rule = "uploads"
        arn  = "arn:aws:lambda:eu-west-1:123456789012:function:thumbs"

        dead_letter_config {
          arn = "arn:aws:sqs:eu-west-1:123456789012:dead"
        }
      }
    TF
  }
}
