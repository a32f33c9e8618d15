rule "aws-mq-minor-upgrades" {
  summary     = "The message broker does not take minor upgrades by itself"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_207"] }

  resource "aws_mq_broker" {
    require = self.auto_minor_version_upgrade == true

    fix {
      set    = { auto_minor_version_upgrade = true }
      safety = "unsafe"
    }
  }

  why  = "Minor versions close known holes; without automatic upgrades they stay open until someone remembers."
  help = "Set auto_minor_version_upgrade = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker"]

  example "without auto_minor_version_upgrade" {
    flagged = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name        = "orders"
        engine_type        = "ActiveMQ"
        engine_version     = "5.18"
        host_instance_type = "mq.m5.large"
      }
    TF
  }

  example "auto_minor_version_upgrade is true" {
    accepted = <<-TF
      resource "aws_mq_broker" "orders" {
        broker_name                = "orders"
        engine_type                = "ActiveMQ"
        engine_version             = "5.18"
        host_instance_type         = "mq.m5.large"
        auto_minor_version_upgrade = true
      }
    TF
  }
}
