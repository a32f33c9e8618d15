rule "aws-glue-catalog-encryption" {
  summary     = "The Glue catalogue is not encrypted"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_94"] }

  resource "aws_glue_data_catalog_encryption_settings" {
    each = self.data_catalog_encryption_settings
    require = (
      any([for e in each.value.encryption_at_rest : e.catalog_encryption_mode != "DISABLED" && e.sse_aws_kms_key_id != null])
      && any([
        for c in each.value.connection_password_encryption :
        c.return_connection_password_encrypted == true && c.aws_kms_key_id != null
      ])
    )
    message = "Descriptions of tables, or passwords of connections, are stored in clear."
  }

  why  = "The catalogue holds the passwords of the databases that are connected, readable for everyone who may read the catalogue."
  help = "Set catalog_encryption_mode = SSE-KMS and return_connection_password_encrypted = true, each with a key."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_data_catalog_encryption_settings"]

  example "reported" {
    flagged = <<-TF
      resource "aws_glue_data_catalog_encryption_settings" "main" {
        data_catalog_encryption_settings {
          connection_password_encryption {
            return_connection_password_encrypted = false
          }

          encryption_at_rest {
            catalog_encryption_mode = "DISABLED"
          }
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_glue_data_catalog_encryption_settings" "main" {
        data_catalog_encryption_settings {
          connection_password_encryption {
            return_connection_password_encrypted = true
            aws_kms_key_id                       = "arn:aws:kms:eu-west-1:123456789012:key/1"
          }

          encryption_at_rest {
            catalog_encryption_mode = "SSE-KMS"
            sse_aws_kms_key_id      = "arn:aws:kms:eu-west-1:123456789012:key/1"
          }
        }
      }
    TF
  }
}
