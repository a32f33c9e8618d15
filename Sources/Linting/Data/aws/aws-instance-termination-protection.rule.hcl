rule "aws-instance-termination-protection" {
  summary  = "The instance can be terminated by one wrong click"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_instance" {
    require = self.disable_api_termination == true

    fix {
      set    = { disable_api_termination = true }
      safety = "unsafe"
    }
  }

  why  = "With the instance go the disks that it was started with."
  help = "Set disable_api_termination = true for instances that hold data."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "without disable_api_termination" {
    flagged = <<-TF
      resource "aws_instance" "db" {
        ami           = "ami-0a1b2c3d"
        instance_type = "m7g.large"
      }
    TF
  }

  example "disable_api_termination is true" {
    accepted = <<-TF
      resource "aws_instance" "db" {
        ami                     = "ami-0a1b2c3d"
        instance_type           = "m7g.large"
        disable_api_termination = true
      }
    TF
  }
}
