rule "aws-ebs-encryption-by-default" {
  summary     = "Encryption of new volumes is switched off for the account"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_106"] }

  resource "aws_ebs_encryption_by_default" {
    require = self.enabled != false

    fix {
      set    = { enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Every volume that does not ask for encryption by itself is then written in clear."
  help = "Remove enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_encryption_by_default"]

  example "enabled is false" {
    flagged = <<-TF
      resource "aws_ebs_encryption_by_default" "this" {
        enabled = false
      }
    TF
  }

  example "enabled is true" {
    accepted = <<-TF
      resource "aws_ebs_encryption_by_default" "this" {
        enabled = true
      }
    TF
  }
}
