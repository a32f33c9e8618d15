rule "aws-s3-bucket-policy-lockout" {
  summary     = "The bucket's policy locks everyone out"
  category    = "reliability"
  severity    = "medium"
  tags        = ["iam"]
  equivalents = { checkov = ["CKV_AWS_93"] }

  resource "aws_s3_bucket" "aws_s3_bucket_policy" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Deny"
      && any([for p in s.principals : p.identifier == "*"])
      && any([for a in s.actions : a == "*" || a == "s3:*"])
      && length(s.conditions) == 0
    ])
    at      = self.policy
    message = "The policy denies every action to everyone, without a condition."
  }

  why  = "Once applied, nobody gets at the objects; and where the bucket itself is named, only the root user can change the policy again, not Terraform."
  help = "Restrict the denial by a condition, or name the actions that are to be forbidden."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "reported" {
    flagged = <<-TF
      resource "aws_s3_bucket_policy" "data" {
        bucket = "example-data"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Deny"
            Principal = "*"
            Action    = "s3:*"
            Resource  = "arn:aws:s3:::example-data/*"
          }]
        })
      }
    TF
  }

  example "only requests in clear" {
    accepted = <<-TF
      resource "aws_s3_bucket_policy" "data" {
        bucket = "example-data"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Deny"
            Principal = "*"
            Action    = "s3:*"
            Condition = { Bool = { "aws:SecureTransport" = "false" } }
            Resource  = "arn:aws:s3:::example-data/*"
          }]
        })
      }
    TF
  }
}
