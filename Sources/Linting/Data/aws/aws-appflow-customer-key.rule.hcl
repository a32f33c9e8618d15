rule "aws-appflow-customer-key" {
  summary  = "AppFlow does not use a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_appflow_connector_profile" {
    require     = self.kms_arn != null && self.kms_arn != ""
    message     = "The credentials of the profile are encrypted with the key of AWS."
    equivalents = { checkov = ["CKV_AWS_264"] }
  }

  resource "aws_appflow_flow" {
    require     = self.kms_arn != null && self.kms_arn != ""
    message     = "The data of the flow is encrypted with the key of AWS."
    equivalents = { checkov = ["CKV_AWS_263"] }
  }

  why  = "Profiles hold credentials of other companies' services; only a key of your own decides, and records, who can decrypt them."
  help = "Name a key in kms_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appflow_connector_profile"]

  example "without kms_arn" {
    flagged = <<-TF
      resource "aws_appflow_flow" "leads" {
        name = "leads"
      }
    TF
  }

  example "kms_arn is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_appflow_flow" "leads" {
        name    = "leads"
        kms_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
