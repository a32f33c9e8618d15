rule "aws-cloudfront-disabled" {
  summary     = "The distribution is switched off"
  category    = "correctness"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_216"] }

  resource "aws_cloudfront_distribution" {
    require = self.enabled == true

    fix {
      set    = { enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A disabled distribution serves nobody, but its origins, certificates and names stay open to misuse."
  help = "Set enabled = true, or remove the distribution."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution"]

  example "enabled is false" {
    flagged = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = false
      }
    TF
  }

  example "enabled is true" {
    accepted = <<-TF
      resource "aws_cloudfront_distribution" "web" {
        enabled = true
      }
    TF
  }
}
