rule "aws-connect-customer-key" {
  summary  = "Recordings of Amazon Connect are not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_connect_instance_storage_config" {
    where = any([for s in self.storage_config : length(s.kinesis_video_stream_config) > 0])
    require = any([
      for s in self.storage_config :
      any([for k in s.kinesis_video_stream_config : any([for e in k.encryption_config : e.key_id != null])])
    ])
    equivalents = { checkov = ["CKV_AWS_269"] }
  }

  resource "aws_connect_instance_storage_config" {
    where       = any([for s in self.storage_config : length(s.s3_config) > 0])
    require     = any([for s in self.storage_config : any([for k in s.s3_config : any([for e in k.encryption_config : e.key_id != null])])])
    equivalents = { checkov = ["CKV_AWS_270"] }
  }

  why  = <<-TEXT
    Calls and chats with customers hold names, accounts and card numbers; a key of your own decides, and records, who may hear them.
  TEXT
  help = "Add encryption_config with a key to the storage."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/connect_instance_storage_config"]

  example "without encryption_config" {
    flagged = <<-TF
      resource "aws_connect_instance_storage_config" "calls" {
        instance_id   = "i-1"
        resource_type = "CALL_RECORDINGS"

        storage_config {
          storage_type = "S3"

          s3_config {
            bucket_name   = "example-calls"
            bucket_prefix = "calls"
          }
        }
      }
    TF
  }

  example "with encryption_config" {
    accepted = <<-TF
      resource "aws_connect_instance_storage_config" "calls" {
        instance_id   = "i-1"
        resource_type = "CALL_RECORDINGS"

        storage_config {
          storage_type = "S3"

          s3_config {
            bucket_name   = "example-calls"
            bucket_prefix = "calls"

            encryption_config {
              encryption_type = "KMS"
              key_id          = "arn:aws:kms:eu-west-1:123456789012:key/1"
            }
          }
        }
      }
    TF
  }
}
