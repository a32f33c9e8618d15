rule "aws-retention-oversized" {
  summary  = "Logs or backups are kept longer than anyone reads them"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  parameter "log_days" {
    default = 731
    summary = "The greatest number of days that logs stay in CloudWatch."
  }
  parameter "backup_days" {
    default = 14
    summary = "The greatest number of days of automated backups."
  }

  resource "aws_cloudwatch_log_group" {
    where   = self.retention_in_days != null
    require = self.retention_in_days <= param.log_days
    message = "The logs are kept for ${self.retention_in_days} days."
  }

  resource "aws_db_instance" "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" {
    where   = self.backup_retention_period != null
    require = self.backup_retention_period <= param.backup_days
    message = "Backups are kept for ${self.backup_retention_period} days."
  }

  resource "aws_kinesis_stream" {
    where   = self.retention_period != null
    require = self.retention_period <= 168
    message = "Records are kept for ${self.retention_period} hours, and beyond seven days at a higher price."
  }

  why  = <<-TEXT
    Storage in CloudWatch costs ten times as much as in an archive, and automated backups beyond the size of the database are charged.
  TEXT
  help = "Keep what is read at hand, and export older data to S3 with a lifecycle."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group"]

  example "retention_in_days is 3653" {
    flagged = <<-TF
      resource "aws_cloudwatch_log_group" "app" {
        name              = "app"
        retention_in_days = 3653
      }
    TF
  }

  example "retention_in_days is 90" {
    accepted = <<-TF
      resource "aws_cloudwatch_log_group" "app" {
        name              = "app"
        retention_in_days = 90
      }
    TF
  }
}
