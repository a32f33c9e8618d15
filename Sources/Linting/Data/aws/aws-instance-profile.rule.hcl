rule "aws-instance-profile" {
  summary     = "The instance has no role"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_41"] }

  resource "aws_instance" {
    require = self.iam_instance_profile != null
  }

  why  = "Programs on an instance without a role get their rights from keys that someone puts there, and that stay."
  help = "Name a profile in iam_instance_profile, if only for Session Manager."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "without iam_instance_profile" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0a1b2c3d"
        instance_type = "m6g.large"
      }
    TF
  }

  example "iam_instance_profile is web" {
    accepted = <<-TF
      resource "aws_instance" "web" {
        ami                  = "ami-0a1b2c3d"
        instance_type        = "m6g.large"
        iam_instance_profile = "web"
      }
    TF
  }
}
