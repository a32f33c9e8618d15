rule "aws-guardduty-disabled" {
  summary  = "GuardDuty does not watch"
  category = "security"
  severity = "medium"
  tags     = ["logging"]

  resource "aws_guardduty_detector" {
    require     = self.enable != false
    equivalents = { checkov = ["CKV_AWS_238"] }

    fix {
      set    = { enable = true }
      safety = "unsafe"
    }
  }

  why  = "Credentials that are used from a strange place, or mining of coins, are reported by nothing else."
  help = "Remove enable = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/guardduty_detector"]

  example "enable is false" {
    flagged = <<-TF
      resource "aws_guardduty_detector" "main" {
        enable = false
      }
    TF
  }

  example "enable is true" {
    accepted = <<-TF
      resource "aws_guardduty_detector" "main" {
        enable = true
      }
    TF
  }
}
