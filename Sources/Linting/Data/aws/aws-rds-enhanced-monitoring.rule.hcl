rule "aws-rds-enhanced-monitoring" {
  summary     = "The database's host is not monitored"
  category    = "reliability"
  severity    = "info"
  tags        = ["monitoring"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_118"] }

  resource "aws_db_instance" "aws_rds_cluster_instance" {
    require = self.monitoring_interval != null && self.monitoring_interval != 0
  }

  why  = "CloudWatch sees the database from outside, once a minute; which process uses memory or disk is only seen from within."
  help = "Set monitoring_interval to 60 or less, and monitoring_role_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "reported" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "postgres"
        instance_class = "db.m6g.large"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier          = "orders"
        engine              = "postgres"
        instance_class      = "db.m6g.large"
        monitoring_interval = 60
        monitoring_role_arn = "arn:aws:iam::123456789012:role/rds-monitoring"
      }
    TF
  }
}
