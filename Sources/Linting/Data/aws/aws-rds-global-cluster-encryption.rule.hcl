rule "aws-rds-global-cluster-encryption" {
  summary     = "The global database is not encrypted"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_140"] }

  resource "aws_rds_global_cluster" {
    where   = self.source_db_cluster_identifier == null
    require = self.storage_encrypted == true

    fix {
      set    = { storage_encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Whoever gets hold of a snapshot in any of the regions reads the data; encryption cannot be switched on later."
  help = "Set storage_encrypted = true; an existing database is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_global_cluster"]

  example "without storage_encrypted" {
    flagged = <<-TF
      resource "aws_rds_global_cluster" "orders" {
        global_cluster_identifier = "orders"
        engine                    = "aurora-postgresql"
      }
    TF
  }

  example "storage_encrypted is true" {
    accepted = <<-TF
      resource "aws_rds_global_cluster" "orders" {
        global_cluster_identifier = "orders"
        engine                    = "aurora-postgresql"
        storage_encrypted         = true
      }
    TF
  }
}
