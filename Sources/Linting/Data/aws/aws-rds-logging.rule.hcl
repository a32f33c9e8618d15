rule "aws-rds-logging" {
  summary  = "The database does not publish its logs"
  category = "security"
  severity = "low"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "aws_db_instance" {
    require     = self.enabled_cloudwatch_logs_exports != null && length(self.enabled_cloudwatch_logs_exports) > 0
    equivalents = { checkov = ["CKV_AWS_129"] }
  }

  resource "aws_rds_cluster" {
    require     = self.enabled_cloudwatch_logs_exports != null && length(self.enabled_cloudwatch_logs_exports) > 0
    equivalents = { checkov = ["CKV_AWS_324"] }
  }

  resource "aws_rds_cluster" {
    where       = self.engine != "aurora-postgresql" && self.engine != "postgres"
    require     = self.enabled_cloudwatch_logs_exports != null && contains(self.enabled_cloudwatch_logs_exports, "audit")
    message     = "The audit log of the cluster is not kept."
    equivalents = { checkov = ["CKV_AWS_325"] }
  }

  why  = "Logs on the instance are overwritten after days, and are gone when it fails."
  help = "List the engine's logs in enabled_cloudwatch_logs_exports: audit, error and slowquery, or postgresql."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "without enabled_cloudwatch_logs_exports" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-mysql"
      }
    TF
  }

  example "enabled_cloudwatch_logs_exports is audit and error and slowquery" {
    accepted = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier              = "orders"
        engine                          = "aurora-mysql"
        enabled_cloudwatch_logs_exports = ["audit", "error", "slowquery"]
      }
    TF
  }
}
