rule "aws-acm-certificate-wildcard" {
  summary     = "The certificate is valid for every host of a domain"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_71"] }

  resource "aws_acm_certificate" {
    require = (
      !strcontains(self.domain_name, "*")
      && (self.subject_alternative_names == null || !any([for n in self.subject_alternative_names : strcontains(n, "*")]))
    )
  }

  why  = "Whoever takes over one host with a wildcard certificate can pose as all others of the domain."
  help = "Name the hosts, one certificate for each service."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate"]

  example "domain_name is *.example.com" {
    flagged = <<-TF
      resource "aws_acm_certificate" "web" {
        domain_name       = "*.example.com"
        validation_method = "DNS"
      }
    TF
  }

  example "domain_name is www.example.com" {
    accepted = <<-TF
      resource "aws_acm_certificate" "web" {
        domain_name       = "www.example.com"
        validation_method = "DNS"
      }
    TF
  }
}
