rule "aws-instance-detailed-monitoring" {
  summary     = "The instance is measured every five minutes only"
  category    = "reliability"
  severity    = "info"
  tags        = ["monitoring"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_126"] }

  resource "aws_instance" {
    require = self.monitoring == true

    fix {
      set    = { monitoring = true }
      safety = "unsafe"
    }
  }

  why  = "A load that lasts for minutes stays invisible, and scaling reacts late."
  help = "Set monitoring = true. It is charged by the metric."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "without monitoring" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0a1b2c3d"
        instance_type = "m6g.large"
      }
    TF
  }

  example "monitoring is true" {
    accepted = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0a1b2c3d"
        instance_type = "m6g.large"
        monitoring    = true
      }
    TF
  }
}
