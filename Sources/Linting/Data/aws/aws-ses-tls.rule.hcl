rule "aws-ses-tls" {
  summary     = "Mail may be sent in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_365"] }

  resource "aws_ses_configuration_set" {
    require = any([for d in self.delivery_options : d.tls_policy == "Require"])
    at      = self
  }

  resource "aws_sesv2_configuration_set" {
    require = any([for d in self.delivery_options : d.tls_policy == "REQUIRE"])
    at      = self
  }

  why  = "When the receiver offers no encryption, SES sends the message in clear, and anyone in between reads it."
  help = "Add delivery_options { tls_policy = Require }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ses_configuration_set"]

  example "without delivery_options" {
    flagged = <<-TF
      resource "aws_ses_configuration_set" "mail" {
        name = "mail"
      }
    TF
  }

  example "with delivery_options" {
    accepted = <<-TF
      resource "aws_ses_configuration_set" "mail" {
        name = "mail"

        delivery_options {
          tls_policy = "Require"
        }
      }
    TF
  }
}
