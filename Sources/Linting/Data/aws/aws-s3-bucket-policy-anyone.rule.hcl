rule "aws-s3-bucket-policy-anyone" {
  summary     = "The bucket's policy lets anyone in"
  category    = "security"
  severity    = "high"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_AWS_70"] }

  resource "aws_s3_bucket" "aws_s3_bucket_policy" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow"
      && any([for p in s.principals : p.identifier == "*" && contains(["*", "AWS"], p.type)])
      && all([for c in s.conditions : length(c.values) > 0 && all([for v in c.values : v == "*" || endswith(v, "::*")])])
    ])
    at      = self.policy
    message = "Everyone on the internet may do what this policy allows."
  }

  why  = "A principal of * without a condition is the whole internet: what the statement allows, any stranger may do."
  help = <<-TEXT
    Name accounts or roles as principals, or add a condition such as aws:PrincipalOrgID or aws:SourceArn. A public site belongs behind a
    CDN.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "anyone may read" {
    flagged = <<-TF
      resource "aws_s3_bucket_policy" "data" {
        bucket = "example-data"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "s3:GetObject"
            Resource  = "arn:aws:s3:::example-data/*"
          }]
        })
      }
    TF
  }

  example "one account" {
    accepted = <<-TF
      resource "aws_s3_bucket_policy" "data" {
        bucket = "example-data"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:root" }
            Action    = "s3:GetObject"
            Resource  = "arn:aws:s3:::example-data/*"
          }]
        })
      }
    TF
  }
}
