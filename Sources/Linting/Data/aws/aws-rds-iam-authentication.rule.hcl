rule "aws-rds-iam-authentication" {
  summary  = "The database cannot be logged in to with IAM"
  category = "security"
  severity = "info"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "aws_db_instance" {
    where       = self.replicate_source_db == null && any([for e in ["mysql", "postgres", "mariadb"] : self.engine == e])
    require     = self.iam_database_authentication_enabled == true
    equivalents = { checkov = ["CKV_AWS_161"], trivy = ["AWS-0176"] }

    fix {
      set    = { iam_database_authentication_enabled = true }
      safety = "unsafe"
    }
  }

  resource "aws_rds_cluster" {
    require     = self.iam_database_authentication_enabled == true
    equivalents = { checkov = ["CKV_AWS_162"], trivy = ["AWS-0176"] }

    fix {
      set    = { iam_database_authentication_enabled = true }
      safety = "unsafe"
    }
  }

  resource "aws_neptune_cluster" {
    require     = self.iam_database_authentication_enabled == true
    equivalents = { checkov = ["CKV_AWS_359"] }

    fix {
      set    = { iam_database_authentication_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Passwords are shared, stored and hardly ever changed. Tokens of IAM live for 15 minutes and stand in CloudTrail."
  help = "Set iam_database_authentication_enabled = true and grant rds-db:connect."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "without iam_database_authentication_enabled" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
      }
    TF
  }

  example "iam_database_authentication_enabled is true" {
    accepted = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier                  = "orders"
        engine                              = "aurora-postgresql"
        iam_database_authentication_enabled = true
      }
    TF
  }
}
