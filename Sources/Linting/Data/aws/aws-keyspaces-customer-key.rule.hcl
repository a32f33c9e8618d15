rule "aws-keyspaces-customer-key" {
  summary     = "The Cassandra table is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_265"] }

  resource "aws_keyspaces_table" {
    require = any([for e in self.encryption_specification : e.type == "CUSTOMER_MANAGED_KMS_KEY" && e.kms_key_identifier != null])
    at      = self
  }

  why  = "The key that AWS owns cannot be audited, restricted or revoked."
  help = "Add encryption_specification with type = CUSTOMER_MANAGED_KMS_KEY and a key."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/keyspaces_table"]

  example "without encryption_specification" {
    flagged = <<-TF
      resource "aws_keyspaces_table" "events" {
        keyspace_name = "shop"
        table_name    = "events"
      }
    TF
  }

  example "with encryption_specification" {
    accepted = <<-TF
      resource "aws_keyspaces_table" "events" {
        keyspace_name = "shop"
        table_name    = "events"

        encryption_specification {
          kms_key_identifier = "arn:aws:kms:eu-west-1:123456789012:key/1"
          type               = "CUSTOMER_MANAGED_KMS_KEY"
        }
      }
    TF
  }
}
