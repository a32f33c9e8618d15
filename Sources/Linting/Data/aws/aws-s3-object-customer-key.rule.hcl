rule "aws-s3-object-customer-key" {
  summary  = "The object is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_s3_bucket_object" "aws_s3_object" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_186"] }
  }

  resource "aws_s3_object_copy" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_181"] }
  }

  why  = "Whoever may read the bucket reads the object; a key of your own is a second lock, with its own list of readers."
  help = "Name a key in kms_key_id, or set one as the bucket's default."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_object"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_s3_object" "prices" {
        bucket  = "example-data"
        key     = "prices.csv"
        content = "a,1"
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_s3_object" "prices" {
        bucket     = "example-data"
        key        = "prices.csv"
        content    = "a,1"
        kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
