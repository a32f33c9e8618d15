rule "aws-mq-logging" {
  summary  = "The message broker does not log"
  category = "security"
  severity = "low"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "aws_mq_broker" {
    require     = any([for l in self.logs : l.general == true])
    at          = self
    equivalents = { checkov = ["CKV_AWS_48"], trivy = ["AWS-0071"] }
  }

  resource "aws_mq_broker" {
    where       = self.engine_type == null || lower(self.engine_type) == "activemq"
    require     = any([for l in self.logs : tobool(l.audit) == true])
    at          = self
    message     = "The audit log of the broker is not kept."
    equivalents = { checkov = ["CKV_AWS_197"], trivy = ["AWS-0070"] }
  }

  why  = "Without logs nobody can tell why messages were lost, or who changed the broker's settings."
  help = "Add logs with general = true, and audit = true for ActiveMQ."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker"]

  example "without logs" {
    flagged = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name        = "orders"
        engine_type        = "ActiveMQ"
        engine_version     = "5.18"
        host_instance_type = "mq.m5.large"
      }
    TF
  }

  example "with logs" {
    accepted = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name        = "orders"
        engine_type        = "ActiveMQ"
        engine_version     = "5.18"
        host_instance_type = "mq.m5.large"

        logs {
          audit   = true
          general = true
        }
      }
    TF
  }
}
