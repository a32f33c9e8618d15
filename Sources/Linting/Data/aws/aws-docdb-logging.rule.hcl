rule "aws-docdb-logging" {
  summary  = "The document database does not publish its logs"
  category = "security"
  severity = "low"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "aws_docdb_cluster" {
    require = (
      self.enabled_cloudwatch_logs_exports != null
      && (contains(self.enabled_cloudwatch_logs_exports, "audit") || contains(self.enabled_cloudwatch_logs_exports, "profiler"))
    )
    equivalents = { checkov = ["CKV_AWS_85"], trivy = ["AWS-0020"] }
  }

  resource "aws_docdb_cluster_parameter_group" {
    require     = any([for p in self.parameter : p.name == "audit_logs" && !contains(["disabled", "none"], p.value)])
    at          = self
    message     = "The parameter group does not switch the audit log on."
    equivalents = { checkov = ["CKV_AWS_104"] }
  }

  why  = "Without the audit log nobody can tell who signed in and who dropped a collection."
  help = "Set the parameter audit_logs to enabled and list audit and profiler in enabled_cloudwatch_logs_exports."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster"]

  example "without enabled_cloudwatch_logs_exports" {
    flagged = <<-TF
      resource "aws_docdb_cluster" "shop" {
        cluster_identifier = "shop"
      }
    TF
  }

  example "enabled_cloudwatch_logs_exports is audit and profiler" {
    accepted = <<-TF
      resource "aws_docdb_cluster" "shop" {
        cluster_identifier              = "shop"
        enabled_cloudwatch_logs_exports = ["audit", "profiler"]
      }
    TF
  }
}
