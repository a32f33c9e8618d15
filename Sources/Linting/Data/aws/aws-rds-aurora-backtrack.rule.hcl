rule "aws-rds-aurora-backtrack" {
  summary     = "The Aurora cluster cannot be turned back"
  category    = "reliability"
  severity    = "info"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_326"] }

  resource "aws_rds_cluster" {
    where   = self.engine == null || self.engine == "aurora" || self.engine == "aurora-mysql"
    require = self.backtrack_window != null && self.backtrack_window != 0
  }

  why  = "After a wrong DELETE, turning back takes minutes; restoring a backup takes hours and gives a new address."
  help = "Set backtrack_window to some hours, in seconds. It is charged by the change."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster"]

  example "without backtrack_window" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-mysql"
      }
    TF
  }

  example "backtrack_window is 86400" {
    accepted = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-mysql"
        backtrack_window   = 86400
      }
    TF
  }
}
