rule "aws-fifo-name" {
  summary  = "The name and the kind of the queue or topic do not agree"
  category = "correctness"
  severity = "medium"

  resource "aws_sns_topic" {
    where   = self.name != null
    require = self.fifo_topic == true ? endswith(self.name, ".fifo") : !endswith(self.name, ".fifo")
    message = "A name ends in .fifo exactly when the topic is one that keeps the order."
  }

  resource "aws_sqs_queue" {
    where   = self.name != null
    require = self.fifo_queue == true ? endswith(self.name, ".fifo") : !endswith(self.name, ".fifo")
    message = "A name ends in .fifo exactly when the queue is one that keeps the order."
  }

  why  = "AWS refuses the name when the plan is applied."
  help = "Set fifo_queue (fifo_topic) = true and end the name in .fifo, or neither."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sqs_queue" "orders" {
        name       = "orders"
        fifo_queue = true
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_sqs_queue" "orders.fifo" {
        name       = "orders.fifo"
        fifo_queue = true
      }
    TF
  }
}
