rule "aws-rds-cluster-encryption" {
  summary     = "Storage of the database cluster is not encrypted"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_96"], trivy = ["AWS-0079"], kics = ["3199c26c-7871-4cb3-99c2-10a59244ce7f"] }

  resource "aws_rds_cluster" {
    where   = self.engine_mode != "serverless" && self.snapshot_identifier == null && self.replication_source_identifier == null
    require = self.storage_encrypted == true
    message = "Storage of the cluster ${self.cluster_identifier} is written in clear."

    fix {
      set    = { storage_encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Whoever gets hold of a snapshot or of the storage reads the data. Encryption cannot be switched on later without a copy of the cluster."
  help = "Set storage_encrypted = true. An existing cluster is replaced: restore it from an encrypted copy of a snapshot."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster"]

  example "without storage_encrypted" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
        master_username    = "root"
      }
    TF
  }

  example "storage_encrypted is true" {
    accepted = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
        master_username    = "root"
        storage_encrypted  = true
      }
    TF
  }
}
