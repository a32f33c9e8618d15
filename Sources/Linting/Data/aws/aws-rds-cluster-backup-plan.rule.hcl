rule "aws-rds-cluster-backup-plan" {
  summary     = "No backup plan covers the database cluster"
  category    = "reliability"
  severity    = "info"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_8"] }

  resource "aws_rds_cluster" {
    require = any([for s in related("aws_backup_selection", "resources") : true])
    at      = self
  }

  why  = "The cluster's own backups lie in its account and end with it; a plan of AWS Backup keeps copies elsewhere."
  help = "List the cluster's ARN in an aws_backup_selection."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster"]

  example "without aws_backup_selection" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
      }
    TF
  }

  example "with aws_backup_selection" {
    accepted = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
      }

      resource "aws_backup_selection" "databases" {
        name         = "databases"
        plan_id      = "plan-1"
        iam_role_arn = "arn:aws:iam::123456789012:role/backup"
        resources    = [aws_rds_cluster.orders.arn]
      }
    TF
  }
}
