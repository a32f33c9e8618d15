rule "aws-msk-logging" {
  summary     = "The Kafka brokers do not log"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_80"], trivy = ["AWS-0074"] }

  resource "aws_msk_cluster" {
    require = any([
      for i in self.logging_info :
      any([for b in i.broker_logs : any([for l in concat(b.cloudwatch_logs, b.firehose, b.s3) : l.enabled == true])])
    ])
    at = self
  }

  why  = "When messages are late or lost, only the brokers' logs tell why."
  help = "Add logging_info with broker_logs to CloudWatch, Firehose or S3."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster"]

  example "without logging_info" {
    flagged = <<-TF
      resource "aws_msk_cluster" "events" {
        cluster_name           = "events"
        kafka_version          = "3.8.x"
        number_of_broker_nodes = 3
      }
    TF
  }

  example "with logging_info" {
    accepted = <<-TF
      resource "aws_msk_cluster" "events" {
        cluster_name           = "events"
        kafka_version          = "3.8.x"
        number_of_broker_nodes = 3

        logging_info {
          broker_logs {
            cloudwatch_logs {
              enabled   = true
              log_group = "kafka"
            }
          }
        }
      }
    TF
  }
}
