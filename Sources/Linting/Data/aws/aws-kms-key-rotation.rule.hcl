rule "aws-kms-key-rotation" {
  summary     = "The key is never rotated"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_7"], trivy = ["AWS-0065"] }

  resource "aws_kms_key" {
    where   = self.customer_master_key_spec == null || self.customer_master_key_spec == "SYMMETRIC_DEFAULT"
    require = self.enable_key_rotation == true

    fix {
      set    = { enable_key_rotation = true }
      safety = "unsafe"
    }
  }

  why  = "Everything that was ever encrypted under one key is lost with it; rotation limits that to a year of data, and callers notice nothing."
  help = "Set enable_key_rotation = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key"]

  example "without enable_key_rotation" {
    flagged = <<-TF
      resource "aws_kms_key" "data" {
        description = "data"
      }
    TF
  }

  example "enable_key_rotation is true" {
    accepted = <<-TF
      resource "aws_kms_key" "data" {
        description         = "data"
        enable_key_rotation = true
      }
    TF
  }
}
