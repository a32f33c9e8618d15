rule "aws-secret-customer-key" {
  summary     = "The secret is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_149"], trivy = ["AWS-0098"] }

  resource "aws_secretsmanager_secret" {
    require = self.kms_key_id != null && self.kms_key_id != "" && !strcontains(self.kms_key_id, "aws/")
  }

  why  = "A secret under AWS's key cannot be given to another account, and who decrypted it is not decided by a policy of its own."
  help = "Name a key in kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_secretsmanager_secret" "db" {
        name = "db"
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_secretsmanager_secret" "db" {
        name       = "db"
        kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
