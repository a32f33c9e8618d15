rule "aws-secret-policy-public" {
  summary  = "Anyone may read the secret"
  category = "security"
  severity = "critical"
  tags     = ["iam", "public"]

  resource "aws_secretsmanager_secret_policy" "aws_secretsmanager_secret" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow" && any([for p in s.principals : p.identifier == "*"]) && length(s.conditions) == 0
    ])
    at = self.policy
  }

  why  = "A principal of * without a condition is every AWS account, and what it may read is a password."
  help = "Name the roles that need the secret, and set block_public_policy = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_secretsmanager_secret_policy" "db" {
        secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-abc"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "secretsmanager:GetSecretValue"
            Resource  = "*"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_secretsmanager_secret_policy" "db" {
        secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-abc"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:role/app" }
            Action    = "secretsmanager:GetSecretValue"
            Resource  = "*"
          }]
        })
      }
    TF
  }
}
