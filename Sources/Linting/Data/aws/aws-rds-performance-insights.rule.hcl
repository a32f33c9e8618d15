rule "aws-rds-performance-insights" {
  summary     = "Performance Insights is off"
  category    = "reliability"
  severity    = "info"
  tags        = ["monitoring"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_353"], trivy = ["AWS-0133"] }

  resource "aws_db_instance" {
    where   = self.engine == null || !startswith(self.engine, "db2")
    require = self.performance_insights_enabled == true

    fix {
      set    = { performance_insights_enabled = true }
      safety = "unsafe"
    }
  }

  resource "aws_rds_cluster_instance" {
    require = self.performance_insights_enabled == true

    fix {
      set    = { performance_insights_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "When a database is slow, only a record of what it was doing tells which statement is to blame. Seven days of it are free."
  help = "Set performance_insights_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "without performance_insights_enabled" {
    flagged = <<-TF
      resource "aws_rds_cluster_instance" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
        instance_class     = "db.r6g.large"
      }
    TF
  }

  example "performance_insights_enabled is true" {
    accepted = <<-TF
      resource "aws_rds_cluster_instance" "orders" {
        cluster_identifier           = "orders"
        engine                       = "aurora-postgresql"
        instance_class               = "db.r6g.large"
        performance_insights_enabled = true
      }
    TF
  }
}
