rule "aws-elasticache-customer-key" {
  summary     = "The cache is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_191"] }

  resource "aws_elasticache_replication_group" {
    require = self.kms_key_id != null && self.kms_key_id != ""
  }

  why  = "Access to sessions under AWS's key cannot be withdrawn by key, nor is it recorded who used it."
  help = "Name a key in kms_key_id. The group is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_elasticache_replication_group" "sessions" {
        replication_group_id = "sessions"
        description          = "sessions"
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_elasticache_replication_group" "sessions" {
        replication_group_id = "sessions"
        description          = "sessions"
        kms_key_id           = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
