rule "aws-acm-create-before-destroy" {
  summary     = "A replacement of the certificate leaves a gap"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_233"], tflint = ["aws_acm_certificate_lifecycle"] }

  resource "aws_acm_certificate" {
    require = self.lifecycle.create_before_destroy == true
    message = "The old one is gone before the new one is there."
  }

  why  = "A certificate in use cannot be destroyed: its replacement fails half way."
  help = "Add lifecycle { create_before_destroy = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate"]

  example "first destroyed" {
    flagged = <<-TF
      resource "aws_acm_certificate" "this" {
        domain_name       = "shop.example.com"
        validation_method = "DNS"
      }
    TF
  }

  example "first created" {
    accepted = <<-TF
      resource "aws_acm_certificate" "this" {
        domain_name       = "shop.example.com"
        validation_method = "DNS"

        lifecycle {
          create_before_destroy = true
        }
      }
    TF
  }
}
