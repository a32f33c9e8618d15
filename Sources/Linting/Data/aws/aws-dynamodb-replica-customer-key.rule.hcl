rule "aws-dynamodb-replica-customer-key" {
  summary     = "The replica of the table is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_271"] }

  resource "aws_dynamodb_table_replica" {
    require = self.kms_key_arn != null && self.kms_key_arn != ""
  }

  why  = <<-TEXT
    A replica needs a key of its own region; without one it falls back to the key that AWS owns, which cannot be audited or revoked.
  TEXT
  help = "Name a key of the replica's region in kms_key_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table_replica"]

  example "without kms_key_arn" {
    flagged = <<-TF
      resource "aws_dynamodb_table_replica" "orders" {
        global_table_arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders"
      }
    TF
  }

  example "kms_key_arn is arn:aws:kms:eu-central-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_dynamodb_table_replica" "orders" {
        global_table_arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders"
        kms_key_arn      = "arn:aws:kms:eu-central-1:123456789012:key/1"
      }
    TF
  }
}
