rule "aws-cloudtrail-customer-key" {
  summary  = "The trail is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption", "logging"]
  packs    = ["cmk"]

  resource "aws_cloudtrail" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_35"], trivy = ["AWS-0015"] }
  }

  resource "aws_cloudtrail_event_data_store" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_294"] }
  }

  why  = <<-TEXT
    Whoever may read the bucket reads what everybody does in the account. A key of your own is a second lock, with its own list of
    readers.
  TEXT
  help = "Name a key in kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = "trail"
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = "trail"
        kms_key_id     = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
