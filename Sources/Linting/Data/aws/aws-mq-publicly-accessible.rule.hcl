rule "aws-mq-publicly-accessible" {
  summary     = "The message broker can be reached from the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_AWS_69"], trivy = ["AWS-0072"] }

  resource "aws_mq_broker" {
    require = self.publicly_accessible != true

    fix {
      set    = { publicly_accessible = false }
      safety = "unsafe"
    }
  }

  why  = "A public address leaves only the password between the internet and the messages; brokers have had holes that needed none."
  help = "Set publicly_accessible = false. The broker is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker"]

  example "publicly_accessible is true" {
    flagged = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name         = "orders"
        engine_type         = "ActiveMQ"
        engine_version      = "5.18"
        host_instance_type  = "mq.m5.large"
        publicly_accessible = true
      }
    TF
  }

  example "publicly_accessible is false" {
    accepted = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name         = "orders"
        engine_type         = "ActiveMQ"
        engine_version      = "5.18"
        host_instance_type  = "mq.m5.large"
        publicly_accessible = false
      }
    TF
  }
}
