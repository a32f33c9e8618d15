rule "aws-sqs-policy-wildcard" {
  summary     = "The queue's policy allows every action"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_72"], trivy = ["AWS-0097"] }

  resource "aws_sqs_queue_policy" "aws_sqs_queue" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow" && any([for a in s.actions : a == "*" || lower(a) == "sqs:*"])
    ])
    at = self.policy
  }

  why  = "Who should send messages may then purge or delete the queue, or change its policy."
  help = "List the actions: sqs:SendMessage for senders, sqs:ReceiveMessage and sqs:DeleteMessage for readers."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sqs_queue_policy" "orders" {
        queue_url = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:root" }
            Action    = "sqs:*"
            Resource  = "arn:aws:sqs:eu-west-1:123456789012:orders"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_sqs_queue_policy" "orders" {
        queue_url = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:root" }
            Action    = "sqs:SendMessage"
            Resource  = "arn:aws:sqs:eu-west-1:123456789012:orders"
          }]
        })
      }
    TF
  }
}
