rule "aws-docdb-deletion-protection" {
  summary  = "The document database can be deleted by one wrong apply"
  category = "reliability"
  severity = "info"
  tags     = ["backup"]
  packs    = ["strict"]

  resource "aws_docdb_cluster" {
    require = self.deletion_protection == true

    fix {
      set    = { deletion_protection = true }
      safety = "unsafe"
    }
  }

  why  = "A renamed resource deletes the cluster with its data."
  help = "Set deletion_protection = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster"]

  example "without deletion_protection" {
    flagged = <<-TF
      resource "aws_docdb_cluster" "shop" {
        cluster_identifier = "shop"
      }
    TF
  }

  example "deletion_protection is true" {
    accepted = <<-TF
      resource "aws_docdb_cluster" "shop" {
        cluster_identifier  = "shop"
        deletion_protection = true
      }
    TF
  }
}
