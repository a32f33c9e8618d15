rule "aws-ami-shared" {
  summary     = "The image may be launched by another account"
  category    = "security"
  severity    = "low"
  tags        = ["public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_205"] }

  resource "aws_ami_launch_permission" {
    require = self.group != "all" && self.account_id == null
    at      = self
  }

  why  = "Another account can start the image and read all that lies on its disks; permissions are easily forgotten."
  help = "Share through an organisation or an image pipeline whose images hold nothing private, and review each permission."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ami_launch_permission"]

  example "reported" {
    flagged = <<-TF
      resource "aws_ami_launch_permission" "partner" {
        image_id   = "ami-0a1b2c3d"
        account_id = "123456789012"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_ami_launch_permission" "own" {
        image_id         = "ami-0a1b2c3d"
        organization_arn = "arn:aws:organizations::123456789012:organization/o-123example"
      }
    TF
  }
}
