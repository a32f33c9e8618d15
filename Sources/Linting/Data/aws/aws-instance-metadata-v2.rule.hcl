rule "aws-instance-metadata-v2" {
  summary     = "The instance answers metadata requests without a token"
  category    = "security"
  severity    = "medium"
  tags        = ["credentials"]
  equivalents = { checkov = ["CKV_AWS_79"], trivy = ["AWS-0028", "AWS-0130"] }

  subject "aws-instance-image" {
    where   = length(self.metadata_options) > 0 || (length(template) == 0 && !asks_for_tokens)
    require = any([for o in self.metadata_options : o.http_tokens == "required" || o.http_endpoint == "disabled"])
    message = "A request that a program on the instance is tricked into gets the role's credentials."
  }

  why  = "With version 1 of the metadata service, one forged request (SSRF) of a web program reads the credentials of the instance's role."
  help = "Add metadata_options with http_tokens = required. Images of Amazon Linux 2023 and of Fedora ask for a token without it."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "version 1 is on by default" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t3.micro"
      }
    TF
  }

  example "Amazon Linux 2023" {
    accepted = <<-TF
      data "aws_ssm_parameter" "image" {
        name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
      }

      resource "aws_instance" "web" {
        ami           = data.aws_ssm_parameter.image.value
        instance_type = "t3.micro"
      }
    TF
  }

  example "Fedora CoreOS" {
    accepted = <<-TF
      data "aws_ami" "coreos" {
        most_recent = true
        owners      = ["125523088429"]

        filter {
          name   = "description"
          values = ["Fedora CoreOS stable *"]
        }
      }

      resource "aws_instance" "node" {
        ami           = data.aws_ami.coreos.image_id
        instance_type = "t3.micro"
      }
    TF
  }

  example "Amazon Linux 2023, told not to" {
    flagged = <<-TF
      data "aws_ami" "image" {
        most_recent = true
        owners      = ["amazon"]
        name_regex  = "^al2023-ami-2023.*-x86_64$"
      }

      resource "aws_launch_template" "web" {
        image_id = data.aws_ami.image.id

        metadata_options {
          http_tokens = "optional"
        }
      }
    TF
  }

  example "tokens required" {
    accepted = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t3.micro"

        metadata_options {
          http_tokens = "required"
        }
      }
    TF
  }
}
