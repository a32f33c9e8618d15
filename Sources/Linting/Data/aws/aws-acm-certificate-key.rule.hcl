rule "aws-acm-certificate-key" {
  summary  = "The certificate's key is short or of an old kind"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["strict"]

  resource "aws_acm_certificate" {
    where   = self.key_algorithm != null
    require = self.key_algorithm != "RSA_1024"
    message = "Keys of 1,024 bits are no longer safe."
  }

  resource "aws_iot_certificate" "aws_iam_server_certificate" {
    require = false
    at      = self
    message = "The private key of the certificate stands in the state."
  }

  why  = "Short keys can be computed, and a private key in the state can be read by everyone who may plan."
  help = "Use a certificate of ACM with RSA_2048 or EC_prime256v1."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate"]

  example "key_algorithm is RSA_1024" {
    flagged = <<-TF
      resource "aws_acm_certificate" "web" {
        domain_name       = "www.example.com"
        validation_method = "DNS"
        key_algorithm     = "RSA_1024"
      }
    TF
  }

  example "key_algorithm is EC_prime256v1" {
    accepted = <<-TF
      resource "aws_acm_certificate" "web" {
        domain_name       = "www.example.com"
        validation_method = "DNS"
        key_algorithm     = "EC_prime256v1"
      }
    TF
  }
}
