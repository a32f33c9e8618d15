rule "aws-glacier-vault-policy" {
  summary     = "Anyone may use the Glacier vault"
  category    = "security"
  severity    = "high"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_AWS_167"] }

  resource "aws_glacier_vault" {
    require = !any([
      for s in policy_statements(self.access_policy) :
      s.effect == "Allow" && any([for p in s.principals : p.identifier == "*"]) && length(s.conditions) == 0
    ])
    at = self.access_policy
  }

  why  = "Archives are what is left when everything else is lost; strangers may read or delete them."
  help = "Name accounts or roles as principals."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glacier_vault"]

  example "reported" {
    flagged = <<-TF
      resource "aws_glacier_vault" "archive" {
        name = "archive"

        access_policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "glacier:InitiateJob"
            Resource  = "arn:aws:glacier:eu-west-1:123456789012:vaults/archive"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_glacier_vault" "archive" {
        name = "archive"

        access_policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:root" }
            Action    = "glacier:InitiateJob"
            Resource  = "arn:aws:glacier:eu-west-1:123456789012:vaults/archive"
          }]
        })
      }
    TF
  }
}
