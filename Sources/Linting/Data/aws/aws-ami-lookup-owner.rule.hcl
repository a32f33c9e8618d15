rule "aws-ami-lookup-owner" {
  summary     = "The image is looked up by name among all accounts"
  category    = "security"
  severity    = "high"
  equivalents = { checkov = ["CKV_AWS_386"], trivy = ["AWS-0344"] }

  data "aws_ami" {
    where = self.owners == null && self.executable_users == null
    require = (
      (
        !any([for f in self.filter : f.name == "name" && any([for v in f.values : strcontains(v, "*") || strcontains(v, "?")])])
        && self.name_regex == null
      )
      || any([for f in self.filter : contains(["owner-alias", "owner-id", "image-id"], f.name)])
    )
    at = self
  }

  why  = "Anyone may publish an image under a matching name; the newest wins, and the next launch runs the stranger's software."
  help = "Set owners to the account that publishes the image, such as amazon or 099720109477 for Ubuntu."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami"]

  example "without owners" {
    flagged = <<-TF
      data "aws_ami" "ubuntu" {
        most_recent = true

        filter {
          name   = "name"
          values = ["ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"]
        }
      }
    TF
  }

  example "owners is 099720109477" {
    accepted = <<-TF
      data "aws_ami" "ubuntu" {
        most_recent = true

        filter {
          name   = "name"
          values = ["ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"]
        }
        owners = ["099720109477"]
      }
    TF
  }
}
