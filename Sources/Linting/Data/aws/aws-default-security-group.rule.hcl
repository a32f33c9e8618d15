rule "aws-default-security-group" {
  summary     = "The default security group lets traffic through"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "cis-aws/5.3"]
  equivalents = { trivy = ["AWS-0173"], kics = ["46883ce1-dc3e-4b17-9195-c6a601624c73"] }

  resource "aws_default_security_group" {
    require = all([for r in self.ingress : false]) && all([for r in self.egress : false])
    message = "The default security group of ${self.vpc_id} has rules; what names no group of its own gets them."
  }

  why  = <<-TEXT
    A resource that names no security group gets the default one of its VPC. With rules in it, a forgotten argument opens a resource
    instead of closing it.
  TEXT
  help = "Declare aws_default_security_group without ingress and egress blocks, and give every resource a group of its own."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_security_group"]

  example "rules in the default group" {
    flagged = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_default_security_group" "default" {
        vpc_id = aws_vpc.main.id

        ingress {
          protocol  = "-1"
          self      = true
          from_port = 0
          to_port   = 0
        }
      }
    TF
  }

  example "no rules" {
    accepted = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_default_security_group" "default" {
        vpc_id = aws_vpc.main.id
      }
    TF
  }
}
