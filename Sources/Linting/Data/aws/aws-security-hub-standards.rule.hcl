rule "aws-security-hub-standards" {
  summary  = "Findings of the account are not collected in a standard"
  category = "security"
  severity = "info"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "aws_securityhub_account" {
    require = self.enable_default_standards != false

    fix {
      set    = { enable_default_standards = true }
      safety = "unsafe"
    }
  }

  why  = "Security Hub without a standard only shows what other services report."
  help = "Remove enable_default_standards = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/securityhub_account"]

  example "enable_default_standards is false" {
    flagged = <<-TF
      resource "aws_securityhub_account" "main" {
        enable_default_standards = false
      }
    TF
  }

  example "enable_default_standards is true" {
    accepted = <<-TF
      resource "aws_securityhub_account" "main" {
        enable_default_standards = true
      }
    TF
  }
}
