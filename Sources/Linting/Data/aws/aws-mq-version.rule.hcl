rule "aws-mq-version" {
  summary     = "The version of the message broker is no longer maintained"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AWS_208"] }

  resource "aws_mq_broker" "aws_mq_configuration" {
    let = {
      numbers = split(".", self.engine_version)
      oldest  = { activemq = 16, rabbitmq = 8 }
    }
    where   = self.engine_version != null && can(regex("^[0-9]+\\.[0-9]+", self.engine_version))
    require = lower(self.engine_type) == "activemq" ? (tonumber(numbers[0]) > 5 || tonumber(numbers[1]) >= 16) : (tonumber(numbers[0]) > 3 || tonumber(numbers[1]) >= 8)
    at      = self.engine_version
    message = "${self.engine_type} ${self.engine_version} gets no repairs any more."
  }

  why  = <<-TEXT
    ActiveMQ before 5.16 runs programs that a stranger sends to it (CVE-2023-46604), and AWS ends old versions with a forced upgrade.
  TEXT
  help = "Use ActiveMQ 5.18 or RabbitMQ 3.13, or later ones."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker"]

  example "engine_version is 5.15.0" {
    flagged = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name        = "orders"
        engine_type        = "ActiveMQ"
        engine_version     = "5.15.0"
        host_instance_type = "mq.m5.large"
      }
    TF
  }

  example "engine_version is 5.18" {
    accepted = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name        = "orders"
        engine_type        = "ActiveMQ"
        engine_version     = "5.18"
        host_instance_type = "mq.m5.large"
      }
    TF
  }
}
