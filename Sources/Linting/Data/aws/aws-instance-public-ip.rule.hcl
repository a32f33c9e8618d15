rule "aws-instance-public-ip" {
  summary     = "The instance has a public address"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_88"], trivy = ["AWS-0009"] }

  resource "aws_instance" "aws_launch_configuration" {
    require = self.associate_public_ip_address != true

    fix {
      set    = { associate_public_ip_address = false }
      safety = "unsafe"
    }
  }

  why  = "The instance is one wrong rule away from the internet."
  help = "Remove associate_public_ip_address; use a load balancer or a gateway."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "associate_public_ip_address is true" {
    flagged = <<-TF
      resource "aws_instance" "this" {
        ami                         = "ami-0123456789abcdef0"
        instance_type               = "t3.micro"
        associate_public_ip_address = true
      }
    TF
  }

  example "without associate_public_ip_address" {
    accepted = <<-TF
      resource "aws_instance" "this" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t3.micro"
      }
    TF
  }
}
