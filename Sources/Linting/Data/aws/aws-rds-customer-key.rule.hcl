rule "aws-rds-customer-key" {
  summary  = "The database is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_rds_cluster" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_327"] }
  }

  resource "aws_db_instance" {
    where   = self.storage_encrypted == true && self.replicate_source_db == null
    require = self.kms_key_id != null && self.kms_key_id != ""
  }

  resource "aws_db_instance_automated_backups_replication" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_245"] }
  }

  resource "aws_rds_cluster_activity_stream" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_246"] }
  }

  resource "aws_db_snapshot_copy" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_266"] }
  }

  why  = "Snapshots under AWS's key cannot be copied to another account, and access to the data cannot be withdrawn by key."
  help = "Name a key in kms_key_id. An existing database is replaced: restore it from a copy of a snapshot."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
        storage_encrypted  = true
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
        storage_encrypted  = true
        kms_key_id         = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
