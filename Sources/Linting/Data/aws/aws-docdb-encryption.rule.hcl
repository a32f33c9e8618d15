rule "aws-docdb-encryption" {
  summary     = "The document database is not encrypted"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_74", "CKV_AWS_44"], trivy = ["AWS-0021", "AWS-0076"] }

  resource "aws_docdb_cluster" "aws_neptune_cluster" {
    require = self.storage_encrypted == true

    fix {
      set    = { storage_encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Whoever gets hold of a snapshot reads the data; encryption cannot be switched on later."
  help = "Set storage_encrypted = true; an existing cluster is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster"]

  example "without storage_encrypted" {
    flagged = <<-TF
      resource "aws_docdb_cluster" "this" {
        cluster_identifier = "d"
      }
    TF
  }

  example "storage_encrypted is true" {
    accepted = <<-TF
      resource "aws_docdb_cluster" "this" {
        cluster_identifier = "d"
        storage_encrypted  = true
      }
    TF
  }
}
