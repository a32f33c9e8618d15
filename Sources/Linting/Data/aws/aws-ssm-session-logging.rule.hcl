rule "aws-ssm-session-logging" {
  summary  = "Sessions are not encrypted with a key or not recorded"
  category = "security"
  severity = "low"
  tags     = ["logging", "encryption"]
  packs    = ["strict"]

  resource "aws_ssm_document" {
    let         = { inputs = try(parsed(self.content).inputs, null) }
    where       = self.document_type == "Session" && inputs != null
    require     = inputs.kmsKeyId != null && inputs.kmsKeyId != ""
    at          = self.content
    message     = "Sessions are not encrypted with a key."
    equivalents = { checkov = ["CKV_AWS_112"] }
  }

  resource "aws_ssm_document" {
    let   = { inputs = try(parsed(self.content).inputs, null) }
    where = self.document_type == "Session" && inputs != null
    require = (
      (inputs.s3BucketName != null && inputs.s3BucketName != "" && try(tobool(inputs.s3EncryptionEnabled), false))
      || (inputs.cloudWatchLogGroupName != null && inputs.cloudWatchLogGroupName != "" && try(tobool(inputs.cloudWatchEncryptionEnabled), false))
    )
    at          = self.content
    message     = "Sessions are not recorded, or the record is not encrypted."
    equivalents = { checkov = ["CKV_AWS_113"] }
  }

  why  = "What an administrator types and sees on a host is known to nobody afterwards, or lies in clear."
  help = "Set kmsKeyId, and s3BucketName with s3EncryptionEnabled or cloudWatchLogGroupName with cloudWatchEncryptionEnabled."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_document"]

  example "reported" {
    flagged = <<-TF
      resource "aws_ssm_document" "session" {
        name            = "SSM-SessionManagerRunShell"
        document_type   = "Session"
        document_format = "JSON"

        content = jsonencode({
          schemaVersion = "1.0"
          sessionType   = "Standard_Stream"
          inputs = {
            kmsKeyId     = ""
            s3BucketName = ""
          }
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_ssm_document" "session" {
        name            = "SSM-SessionManagerRunShell"
        document_type   = "Session"
        document_format = "JSON"

        content = jsonencode({
          schemaVersion = "1.0"
          sessionType   = "Standard_Stream"
          inputs = {
            kmsKeyId            = "alias/sessions"
            s3BucketName        = "example-sessions"
            s3EncryptionEnabled = true
          }
        })
      }
    TF
  }
}
