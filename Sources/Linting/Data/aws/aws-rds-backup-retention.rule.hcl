rule "aws-rds-backup-retention" {
  summary     = "Backups of the database are not kept"
  category    = "reliability"
  severity    = "medium"
  tags        = ["backup"]
  equivalents = { kics = ["1dc73fb4-5b51-430c-8c5f-25dcf9090b02"] }

  parameter "minimum_days" {
    default = 2
    summary = "The least number of days that backups are kept."
  }

  resource "aws_db_instance" "aws_rds_cluster" {
    where       = self.backup_retention_period != null
    require     = self.backup_retention_period >= 1 && self.backup_retention_period <= 35
    message     = "Backups are kept for ${self.backup_retention_period} days; 1 to 35 are possible."
    equivalents = { checkov = ["CKV_AWS_133"] }

    fix {
      set = { backup_retention_period = 7 }
    }
  }

  resource "aws_db_instance" {
    where       = self.replicate_source_db == null && self.backup_retention_period != 0
    require     = self.backup_retention_period >= param.minimum_days
    message     = "Days that backups of the database ${self.identifier} are kept: ${coalesce(self.backup_retention_period, 0)}."
    equivalents = { trivy = ["AWS-0077"] }

    fix {
      set = { backup_retention_period = 7 }
    }
  }

  resource "aws_rds_cluster" {
    require     = self.backup_retention_period >= param.minimum_days
    message     = "Backups of the cluster ${self.cluster_identifier} are kept for one day only."
    equivalents = { trivy = ["AWS-0077"] }

    fix {
      set = { backup_retention_period = 7 }
    }
  }

  why  = "Damage is often noticed after a weekend. Without backups from before it the data is gone; an instance without the argument has none at all."
  help = "Set backup_retention_period to 7 days or more."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "no backups" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier              = "orders"
        engine                  = "postgres"
        instance_class          = "db.t3.micro"
        backup_retention_period = 0
      }
    TF
  }

  example "one day" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
      }
    TF
  }

  example "a week" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier              = "orders"
        engine                  = "postgres"
        instance_class          = "db.t3.micro"
        backup_retention_period = 7
      }
    TF
  }
}
