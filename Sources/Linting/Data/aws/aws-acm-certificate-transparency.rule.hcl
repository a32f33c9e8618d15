rule "aws-acm-certificate-transparency" {
  summary     = "The certificate is kept out of the transparency logs"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_234"] }

  resource "aws_acm_certificate" {
    require = !any([for o in self.options : o.certificate_transparency_logging_preference == "DISABLED"])
  }

  why  = "Browsers warn about public certificates that are in no transparency log, and forged ones for the domain stay unnoticed."
  help = "Remove certificate_transparency_logging_preference = DISABLED."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate"]

  example "certificate_transparency_logging_preference is DISABLED" {
    flagged = <<-TF
      resource "aws_acm_certificate" "web" {
        domain_name       = "www.example.com"
        validation_method = "DNS"

        options {
          certificate_transparency_logging_preference = "DISABLED"
        }
      }
    TF
  }

  example "certificate_transparency_logging_preference is ENABLED" {
    accepted = <<-TF
      resource "aws_acm_certificate" "web" {
        domain_name       = "www.example.com"
        validation_method = "DNS"

        options {
          certificate_transparency_logging_preference = "ENABLED"
        }
      }
    TF
  }
}
