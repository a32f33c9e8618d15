rule "aws-kms-key-disabled" {
  summary     = "The key is switched off"
  category    = "reliability"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_227"] }

  resource "aws_kms_key" {
    require = self.is_enabled != false

    fix {
      set    = { is_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Nothing that was encrypted with a disabled key can be read, backups included."
  help = "Remove is_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key"]

  example "is_enabled is false" {
    flagged = <<-TF
      resource "aws_kms_key" "data" {
        enable_key_rotation = true
        is_enabled          = false
      }
    TF
  }

  example "is_enabled is true" {
    accepted = <<-TF
      resource "aws_kms_key" "data" {
        enable_key_rotation = true
        is_enabled          = true
      }
    TF
  }
}
