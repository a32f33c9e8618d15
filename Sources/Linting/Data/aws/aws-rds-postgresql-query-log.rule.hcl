rule "aws-rds-postgresql-query-log" {
  summary  = "PostgreSQL does not log its statements"
  category = "security"
  severity = "info"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "aws_db_instance" {
    where       = self.engine == "postgres"
    let         = { settings = flatten([for g in related("aws_db_parameter_group", "name", self.parameter_group_name) : [for p in g.parameter : p.name]]) }
    require     = any([for n in settings : n == "log_statement"]) && any([for n in settings : n == "log_min_duration_statement"])
    at          = self
    equivalents = { checkov = ["CKV2_AWS_30"] }
  }

  resource "aws_rds_cluster" {
    where       = self.engine == "aurora-postgresql"
    let         = { settings = flatten([for g in related("aws_rds_cluster_parameter_group", "name", self.db_cluster_parameter_group_name) : [for p in g.parameter : p.name]]) }
    require     = any([for n in settings : n == "log_statement"]) && any([for n in settings : n == "log_min_duration_statement"])
    at          = self
    equivalents = { checkov = ["CKV2_AWS_27"] }
  }

  why  = "After data was read or changed nobody can tell by which statement, and slow queries stay unknown."
  help = "Set log_statement and log_min_duration_statement in the parameter group."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "without parameter" {
    flagged = <<-TF
      resource "aws_rds_cluster_parameter_group" "orders" {
        name   = "orders"
        family = "aurora-postgresql16"
      }

      resource "aws_rds_cluster" "orders" {
        cluster_identifier              = "orders"
        engine                          = "aurora-postgresql"
        db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.orders.name
      }
    TF
  }

  example "with parameter" {
    accepted = <<-TF
      resource "aws_rds_cluster_parameter_group" "orders" {
        name   = "orders"
        family = "aurora-postgresql16"

        parameter {
          name  = "log_statement"
          value = "ddl"
        }

        parameter {
          name  = "log_min_duration_statement"
          value = "1000"
        }
      }

      resource "aws_rds_cluster" "orders" {
        cluster_identifier              = "orders"
        engine                          = "aurora-postgresql"
        db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.orders.name
      }
    TF
  }
}
