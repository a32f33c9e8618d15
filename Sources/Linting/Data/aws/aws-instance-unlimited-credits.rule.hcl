rule "aws-instance-unlimited-credits" {
  summary  = "The burstable instance may run up charges for processor time"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_instance" "aws_launch_template" {
    where   = self.instance_type != null && can(regex("^t[0-9]", self.instance_type))
    require = !any([for c in self.credit_specification : c.cpu_credits == "unlimited"])
  }

  why  = "Beyond its baseline each hour of a processor is charged; a program in a loop costs more than a bigger machine."
  help = "Set cpu_credits = standard, or use a type that is not burstable."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "cpu_credits is unlimited" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0a1b2c3d4e5f60718"
        instance_type = "t3.large"

        credit_specification {
          cpu_credits = "unlimited"
        }
      }
    TF
  }

  example "cpu_credits is standard" {
    accepted = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0a1b2c3d4e5f60718"
        instance_type = "t3.large"

        credit_specification {
          cpu_credits = "standard"
        }
      }
    TF
  }
}
