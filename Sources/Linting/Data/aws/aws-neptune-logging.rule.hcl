rule "aws-neptune-logging" {
  summary     = "The graph database does not publish its audit log"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_101"], trivy = ["AWS-0075"] }

  resource "aws_neptune_cluster" {
    require = self.enable_cloudwatch_logs_exports != null && contains(self.enable_cloudwatch_logs_exports, "audit")
  }

  why  = "Without the audit log nobody can tell who read or changed the graph."
  help = "List audit in enable_cloudwatch_logs_exports."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster"]

  example "without enable_cloudwatch_logs_exports" {
    flagged = <<-TF
      resource "aws_neptune_cluster" "friends" {
        cluster_identifier = "friends"
      }
    TF
  }

  example "enable_cloudwatch_logs_exports is audit" {
    accepted = <<-TF
      resource "aws_neptune_cluster" "friends" {
        cluster_identifier             = "friends"
        enable_cloudwatch_logs_exports = ["audit"]
      }
    TF
  }
}
