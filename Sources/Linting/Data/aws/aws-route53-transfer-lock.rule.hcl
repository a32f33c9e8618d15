rule "aws-route53-transfer-lock" {
  summary     = "The domain can be moved to another registrar"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AWS_377"] }

  resource "aws_route53domains_registered_domain" {
    require = self.transfer_lock != false

    fix {
      set    = { transfer_lock = true }
      safety = "unsafe"
    }
  }

  why  = "Whoever gets into the owner's mail can take the domain, and with it all mail and sites."
  help = "Remove transfer_lock = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53domains_registered_domain"]

  example "transfer_lock is false" {
    flagged = <<-TF
      resource "aws_route53domains_registered_domain" "main" {
        domain_name   = "example.com"
        transfer_lock = false
      }
    TF
  }

  example "transfer_lock is true" {
    accepted = <<-TF
      resource "aws_route53domains_registered_domain" "main" {
        domain_name   = "example.com"
        transfer_lock = true
      }
    TF
  }
}
