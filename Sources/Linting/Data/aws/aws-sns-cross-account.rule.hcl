rule "aws-sns-cross-account" {
  summary     = "Another account has rights on the topic"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_385"] }

  resource "aws_sns_topic_policy" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow"
      && any([for p in s.principals : p.type == "AWS" && can(regex("^(arn:aws[a-z-]*:iam::)?[0-9]{12}", p.identifier))])
      && length(s.conditions) == 0
    ])
    at      = self.policy
    message = "A principal of an account is named without a condition."
  }

  why  = "Rights given to another account are its administrators' to pass on; nobody here sees to whom."
  help = "Review the account, and add a condition such as aws:PrincipalOrgID."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sns_topic_policy" "orders" {
        arn = "arn:aws:sns:eu-west-1:123456789012:orders"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::210987654321:root" }
            Action    = "sns:Publish"
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
            Principal = { Service = "events.amazonaws.com" }
            Action    = "sns:Publish"
            Resource  = "arn:aws:sns:eu-west-1:123456789012:orders"
          }]
        })
      }
    TF
  }
}
