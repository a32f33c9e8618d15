rule "aws-mq-single-instance" {
  summary  = "The message broker is a single instance"
  category = "reliability"
  severity = "low"
  packs    = ["strict"]

  resource "aws_mq_broker" {
    require = self.deployment_mode != null && self.deployment_mode != "SINGLE_INSTANCE"
    at      = self
  }

  why  = "Each maintenance stops all messages, and the loss of a zone for as long as it lasts."
  help = "Set deployment_mode to ACTIVE_STANDBY_MULTI_AZ or CLUSTER_MULTI_AZ. The broker is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker"]

  example "without deployment_mode" {
    flagged = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name        = "orders"
        engine_type        = "ActiveMQ"
        engine_version     = "5.18"
        host_instance_type = "mq.m5.large"
      }
    TF
  }

  example "deployment_mode is ACTIVE_STANDBY_MULTI_AZ" {
    accepted = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name        = "orders"
        engine_type        = "ActiveMQ"
        engine_version     = "5.18"
        host_instance_type = "mq.m5.large"
        deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"
      }
    TF
  }
}
