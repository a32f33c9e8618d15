rule "aws-docdb-global-encryption" {
  summary     = "The global document database is not encrypted"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_292"] }

  resource "aws_docdb_global_cluster" {
    where   = self.source_db_cluster_identifier == null
    require = self.storage_encrypted == true

    fix {
      set    = { storage_encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Whoever gets hold of a snapshot in any of the regions reads the data; encryption cannot be switched on later."
  help = "Set storage_encrypted = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_global_cluster"]

  example "without storage_encrypted" {
    flagged = <<-TF
      resource "aws_docdb_global_cluster" "shop" {
        global_cluster_identifier = "shop"
        engine                    = "docdb"
      }
    TF
  }

  example "storage_encrypted is true" {
    accepted = <<-TF
      resource "aws_docdb_global_cluster" "shop" {
        global_cluster_identifier = "shop"
        engine                    = "docdb"
        storage_encrypted         = true
      }
    TF
  }
}
