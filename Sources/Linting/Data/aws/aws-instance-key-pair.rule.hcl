rule "aws-instance-key-pair" {
  summary  = "The instance can be reached with a key that never ends"
  category = "security"
  severity = "info"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "aws_instance" {
    require = self.key_name == null
  }

  why  = "Private keys are copied and stay valid; who used one is not recorded."
  help = "Use Session Manager or EC2 Instance Connect, and remove key_name."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "key_name is operators" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0a1b2c3d4e5f60718"
        instance_type = "m7g.large"
        key_name      = "operators"
      }
    TF
  }

  example "without key_name" {
    accepted = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0a1b2c3d4e5f60718"
        instance_type = "m7g.large"

      }
    TF
  }
}
