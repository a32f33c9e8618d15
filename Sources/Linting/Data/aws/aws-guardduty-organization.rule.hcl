rule "aws-guardduty-organization" {
  summary     = "GuardDuty is not switched on for the accounts of the organisation"
  category    = "security"
  severity    = "info"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_3"] }

  resource "aws_guardduty_detector" {
    let = { settings = related("aws_guardduty_organization_configuration", "detector_id") }
    require = (
      self.enable != false
      && any([for s in settings : s.auto_enable_organization_members == "ALL" || s.auto_enable_organization_members == "NEW"])
    )
    at = self
  }

  why  = "An intruder picks the account that nobody watches."
  help = "Declare aws_guardduty_organization_configuration with auto_enable_organization_members = ALL in the administrator's account."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/guardduty_detector"]

  example "without aws_guardduty_organization_configuration" {
    flagged = <<-TF
      resource "aws_guardduty_detector" "main" {
        enable = true
      }
    TF
  }

  example "with aws_guardduty_organization_configuration" {
    accepted = <<-TF
      resource "aws_guardduty_detector" "main" {
        enable = true
      }

      resource "aws_guardduty_organization_configuration" "main" {
        detector_id                      = aws_guardduty_detector.main.id
        auto_enable_organization_members = "ALL"
      }
    TF
  }
}
