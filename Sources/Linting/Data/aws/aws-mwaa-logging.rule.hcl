rule "aws-mwaa-logging" {
  summary  = "The Airflow environment does not keep all of its logs"
  category = "reliability"
  severity = "low"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "aws_mwaa_environment" {
    require     = any([for c in self.logging_configuration : any([for l in c.scheduler_logs : l.enabled == true])])
    at          = self
    message     = "The scheduler's log is not kept."
    equivalents = { checkov = ["CKV_AWS_242"] }
  }

  resource "aws_mwaa_environment" {
    require     = any([for c in self.logging_configuration : any([for l in c.worker_logs : l.enabled == true])])
    at          = self
    message     = "The workers' log is not kept."
    equivalents = { checkov = ["CKV_AWS_243"] }
  }

  resource "aws_mwaa_environment" {
    require     = any([for c in self.logging_configuration : any([for l in c.webserver_logs : l.enabled == true])])
    at          = self
    message     = "The web server's log is not kept."
    equivalents = { checkov = ["CKV_AWS_244"] }
  }

  why  = "When a workflow does not start or a task fails, these logs are all there is to find out why."
  help = "Add logging_configuration with scheduler_logs, worker_logs and webserver_logs enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mwaa_environment"]

  example "without logging_configuration" {
    flagged = <<-TF
      resource "aws_mwaa_environment" "etl" {
        name               = "etl"
        dag_s3_path        = "dags/"
        execution_role_arn = "arn:aws:iam::123456789012:role/mwaa"
        source_bucket_arn  = "arn:aws:s3:::example-dags"
      }
    TF
  }

  example "with logging_configuration" {
    accepted = <<-TF
      resource "aws_mwaa_environment" "etl" {
        name               = "etl"
        dag_s3_path        = "dags/"
        execution_role_arn = "arn:aws:iam::123456789012:role/mwaa"
        source_bucket_arn  = "arn:aws:s3:::example-dags"

        logging_configuration {
          scheduler_logs {
            enabled   = true
            log_level = "WARNING"
          }

          webserver_logs {
            enabled   = true
            log_level = "WARNING"
          }

          worker_logs {
            enabled   = true
            log_level = "WARNING"
          }
        }
      }
    TF
  }
}
