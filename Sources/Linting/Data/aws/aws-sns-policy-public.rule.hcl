rule "aws-sns-policy-public" {
  summary     = "Anyone may use the topic"
  category    = "security"
  severity    = "high"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_AWS_169"] }

  resource "aws_sns_topic_policy" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow"
      && any([for p in s.principals : p.identifier == "*" && contains(["*", "AWS"], p.type)])
      && length(s.conditions) == 0
    ])
    at = self.policy
  }

  resource "aws_sns_topic" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow"
      && any([for p in s.principals : p.identifier == "*" && contains(["*", "AWS"], p.type)])
      && length(s.conditions) == 0
    ])
    at = self.policy
  }

  why  = "Strangers subscribe and read every message, or send messages that subscribers take for real."
  help = "Name accounts or roles as principals, or add a condition on aws:SourceArn or the organisation."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sns_topic_policy" "orders" {
        arn = "arn:aws:sns:eu-west-1:123456789012:orders"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "sns:Subscribe"
            Resource  = "arn:aws:sns:eu-west-1:123456789012:orders"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_sns_topic_policy" "orders" {
        arn = "arn:aws:sns:eu-west-1:123456789012:orders"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:root" }
            Action    = "sns:Subscribe"
            Resource  = "arn:aws:sns:eu-west-1:123456789012:orders"
          }]
        })
      }
    TF
  }
}
