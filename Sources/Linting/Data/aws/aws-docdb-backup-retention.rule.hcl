rule "aws-docdb-backup-retention" {
  summary     = "Backups of the document database are kept for less than a week"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_360"] }

  parameter "minimum_days" {
    default = 7
    summary = "The least number of days that backups are kept."
  }

  resource "aws_docdb_cluster" {
    require = self.backup_retention_period >= param.minimum_days
  }

  why  = "The default is one day; damage that is found after a weekend cannot be undone."
  help = "Set backup_retention_period = 7 or more."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster"]

  example "without backup_retention_period" {
    flagged = <<-TF
      resource "aws_docdb_cluster" "shop" {
        cluster_identifier = "shop"
      }
    TF
  }

  example "backup_retention_period is 14" {
    accepted = <<-TF
      resource "aws_docdb_cluster" "shop" {
        cluster_identifier      = "shop"
        backup_retention_period = 14
      }
    TF
  }
}
