rule "aws-ssm-parameter-encryption" {
  summary  = "The parameter is stored in clear or under AWS's key"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["strict"]

  resource "aws_ssm_parameter" {
    require     = self.type == "SecureString"
    message     = "The parameter is of the type ${self.type}, which is stored in clear."
    equivalents = { checkov = ["CKV2_AWS_34"] }

    fix {
      set    = { type = "SecureString" }
      safety = "unsafe"
    }
  }

  resource "aws_ssm_parameter" {
    where       = self.type == "SecureString"
    require     = self.key_id != null && self.key_id != ""
    message     = "The parameter is not encrypted with a key of the customer."
    equivalents = { checkov = ["CKV_AWS_337"] }
  }

  why  = <<-TEXT
    Parameters in clear are shown to everyone who may list them; under AWS's key, everyone who may read parameters may decrypt them.
  TEXT
  help = "Set type = SecureString and name a key in key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter"]

  example "reported" {
    flagged = <<-TF
      resource "aws_ssm_parameter" "db_host" {
        name  = "/prod/db/host"
        type  = "String"
        value = "db.internal"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_ssm_parameter" "db_host" {
        name   = "/prod/db/host"
        type   = "SecureString"
        key_id = "alias/parameters"
        value  = "db.internal"
      }
    TF
  }
}
