rule "aws-kms-key-policy" {
  summary     = "The key has no policy of its own"
  category    = "security"
  severity    = "info"
  tags        = ["encryption", "iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_64"] }

  resource "aws_kms_key" {
    require = self.policy != null || any([for p in related("aws_kms_key_policy", "key_id") : true])
    at      = self
  }

  why  = "The default policy lets IAM of the account decide: every administrator of users is an administrator of the key."
  help = "Write a policy that names who administers and who uses the key."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key"]

  example "without aws_kms_key_policy" {
    flagged = <<-TF
      resource "aws_kms_key" "data" {
        enable_key_rotation = true
      }
    TF
  }

  example "with aws_kms_key_policy" {
    accepted = <<-TF
      resource "aws_kms_key" "data" {
        enable_key_rotation = true
      }

      resource "aws_kms_key_policy" "data" {
        key_id = aws_kms_key.data.key_id

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:role/keys" }
            Action    = "kms:*"
            Resource  = "*"
          }]
        })
      }
    TF
  }
}
