rule "aws-sqs-policy-public" {
  summary  = "Anyone may use the queue"
  category = "security"
  severity = "high"
  tags     = ["iam", "public"]

  resource "aws_sqs_queue" "aws_sqs_queue_policy" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow"
      && any([for p in s.principals : p.identifier == "*" && contains(["*", "AWS"], p.type)])
      && length(s.conditions) == 0
    ])
    at          = self.policy
    equivalents = { checkov = ["CKV_AWS_168", "CKV_AWS_387"] }
  }

  why  = "Strangers read the messages, or send ones that the program takes for real."
  help = "Name accounts or roles as principals, or add a condition on aws:SourceArn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sqs_queue_policy" "orders" {
        queue_url = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "sqs:SendMessage"
            Resource  = "arn:aws:sqs:eu-west-1:123456789012:orders"
          }]
        })
      }
    TF
  }

  example "with a condition" {
    accepted = <<-TF
      resource "aws_sqs_queue_policy" "orders" {
        queue_url = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "sqs:SendMessage"
            Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:eu-west-1:123456789012:orders" } }
            Resource  = "arn:aws:sqs:eu-west-1:123456789012:orders"
          }]
        })
      }
    TF
  }
}
