rule "aws-efs-customer-key" {
  summary     = "The file system is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_184"] }

  resource "aws_efs_file_system" {
    require = self.kms_key_id != null && self.kms_key_id != ""
  }

  why  = "Access to files under AWS's key cannot be withdrawn by key, nor their backups given to another account."
  help = "Name a key in kms_key_id. The file system is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_efs_file_system" "files" {
        encrypted = true
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_efs_file_system" "files" {
        encrypted  = true
        kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
