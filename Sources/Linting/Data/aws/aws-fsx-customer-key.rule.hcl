rule "aws-fsx-customer-key" {
  summary  = "The file system of FSx is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_fsx_lustre_file_system" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_190"] }
  }

  resource "aws_fsx_ontap_file_system" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_178"] }
  }

  resource "aws_fsx_openzfs_file_system" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_203"] }
  }

  resource "aws_fsx_windows_file_system" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_179"] }
  }

  why  = "Access to files under AWS's key cannot be withdrawn by key, nor their backups given to another account."
  help = "Name a key in kms_key_id. The file system is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_lustre_file_system"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_fsx_windows_file_system" "office" {
        subnet_ids          = ["subnet-1"]
        throughput_capacity = 32
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_fsx_windows_file_system" "office" {
        subnet_ids          = ["subnet-1"]
        throughput_capacity = 32
        kms_key_id          = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
