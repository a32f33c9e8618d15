rule "aws-timestream-customer-key" {
  summary     = "The time series database is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_160"] }

  resource "aws_timestreamwrite_database" {
    require = self.kms_key_id != null && self.kms_key_id != ""
  }

  why  = "Who reads measurements under AWS's key is neither decided nor recorded by their owner."
  help = "Name a key in kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/timestreamwrite_database"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_timestreamwrite_database" "sensors" {
        database_name = "sensors"
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_timestreamwrite_database" "sensors" {
        database_name = "sensors"
        kms_key_id    = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
