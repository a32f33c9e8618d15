rule "aws-instance-metadata-v2" {
  summary     = "The instance answers metadata requests without a token"
  category    = "security"
  severity    = "medium"
  tags        = ["credentials"]
  equivalents = { checkov = ["CKV_AWS_79"], trivy = ["AWS-0028", "AWS-0130"] }

  resource "aws_instance" "aws_launch_template" "aws_launch_configuration" {
    require = any([for o in self.metadata_options : o.http_tokens == "required" || o.http_endpoint == "disabled"])
    message = "A request that a program on the instance is tricked into gets the role's credentials."
  }

  why  = "With version 1 of the metadata service, one forged request (SSRF) of a web program reads the credentials of the instance's role."
  help = "Add metadata_options with http_tokens = required."

  example "version 1 is on by default" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t3.micro"
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
