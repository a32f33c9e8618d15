rule "aws-emr-encryption" {
  summary  = "The security configuration leaves data of EMR unencrypted"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]
  packs    = ["strict"]

  resource "aws_emr_security_configuration" {
    let         = { encryption = parsed(self.configuration).EncryptionConfiguration }
    require     = try(tobool(encryption.EnableAtRestEncryption), false)
    at          = self.configuration
    message     = "Data on disks and in S3 is not encrypted."
    equivalents = { trivy = ["AWS-0137"] }
  }

  resource "aws_emr_security_configuration" {
    let         = { local_disk = try(parsed(self.configuration).EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration, null) }
    require     = local_disk != null && local_disk.EncryptionKeyProviderType != null && local_disk.EncryptionKeyProviderType != ""
    at          = self.configuration
    message     = "The local disks of the nodes are not encrypted."
    equivalents = { checkov = ["CKV_AWS_349"], trivy = ["AWS-0139"] }
  }

  resource "aws_emr_security_configuration" {
    let         = { local_disk = try(parsed(self.configuration).EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration, null) }
    require     = local_disk != null && try(tobool(local_disk.EnableEbsEncryption), false)
    at          = self.configuration
    message     = "The EBS volumes of the nodes are not encrypted."
    equivalents = { checkov = ["CKV_AWS_350"] }
  }

  resource "aws_emr_security_configuration" {
    require     = try(tobool(parsed(self.configuration).EncryptionConfiguration.EnableInTransitEncryption), false)
    at          = self.configuration
    message     = "Data between the nodes is not encrypted."
    equivalents = { checkov = ["CKV_AWS_351"], trivy = ["AWS-0138"] }
  }

  resource "aws_emr_security_configuration" {
    require     = try(parsed(self.configuration).EncryptionConfiguration.AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode, "") == "SSE-KMS"
    at          = self.configuration
    message     = "Data in S3 is not encrypted with KMS."
    equivalents = { checkov = ["CKV_AWS_171"] }
  }

  why  = "Intermediate results of a job are copies of the data that it works on; they lie on the nodes' disks and travel between them."
  help = "Enable encryption at rest, for S3 and local disks with EnableEbsEncryption, and in transit."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_security_configuration"]

  example "reported" {
    flagged = <<-TF
      resource "aws_emr_security_configuration" "main" {
        name = "main"

        configuration = jsonencode({
          EncryptionConfiguration = {
            EnableAtRestEncryption    = false
            EnableInTransitEncryption = false
          }
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_emr_security_configuration" "main" {
        name = "main"

        configuration = jsonencode({
          EncryptionConfiguration = {
            EnableAtRestEncryption    = true
            EnableInTransitEncryption = true
            AtRestEncryptionConfiguration = {
              S3EncryptionConfiguration = {
                EncryptionMode = "SSE-KMS"
                AwsKmsKey      = "arn:aws:kms:eu-west-1:123456789012:key/1"
              }
              LocalDiskEncryptionConfiguration = {
                EncryptionKeyProviderType = "AwsKms"
                AwsKmsKey                 = "arn:aws:kms:eu-west-1:123456789012:key/1"
                EnableEbsEncryption       = true
              }
            }
          }
        })
      }
    TF
  }
}
