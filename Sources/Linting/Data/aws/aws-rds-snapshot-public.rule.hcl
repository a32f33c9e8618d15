rule "aws-rds-snapshot-public" {
  summary     = "The database's snapshot is given to everyone"
  category    = "security"
  severity    = "critical"
  tags        = ["public"]
  equivalents = { checkov = ["CKV_AWS_302"] }

  resource "aws_db_snapshot" "aws_db_cluster_snapshot" {
    require = self.shared_accounts == null || !contains(self.shared_accounts, "all")
  }

  why  = "Every AWS customer can restore the snapshot and read the whole database."
  help = "List the accounts that need it in shared_accounts."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_snapshot"]

  example "shared_accounts is all" {
    flagged = <<-TF
      resource "aws_db_snapshot" "orders" {
        db_instance_identifier = "orders"
        db_snapshot_identifier = "orders-1"
        shared_accounts        = ["all"]
      }
    TF
  }

  example "shared_accounts is 123456789012" {
    accepted = <<-TF
      resource "aws_db_snapshot" "orders" {
        db_instance_identifier = "orders"
        db_snapshot_identifier = "orders-1"
        shared_accounts        = ["123456789012"]
      }
    TF
  }
}
