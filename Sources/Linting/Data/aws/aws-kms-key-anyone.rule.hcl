rule "aws-kms-key-anyone" {
  summary     = "Anyone may use the key"
  category    = "security"
  severity    = "critical"
  tags        = ["encryption", "iam", "public"]
  equivalents = { checkov = ["CKV_AWS_33"] }

  resource "aws_kms_key" "aws_kms_key_policy" "aws_kms_external_key" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow" && any([for p in s.principals : p.identifier == "*"]) && length(s.conditions) == 0
    ])
    at      = self.policy
    message = "Every AWS account may do with the key what this policy allows."
  }

  why  = "A stranger who gets hold of a snapshot or a file can then decrypt it, or lock its owner out."
  help = "Name accounts or roles as principals, or add a condition such as kms:CallerAccount."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key"]

  example "reported" {
    flagged = <<-TF
      resource "aws_kms_key" "data" {
        enable_key_rotation = true

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "kms:Decrypt"
            Resource  = "*"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_kms_key" "data" {
        enable_key_rotation = true

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:root" }
            Action    = "kms:Decrypt"
            Resource  = "*"
          }]
        })
      }
    TF
  }
}
