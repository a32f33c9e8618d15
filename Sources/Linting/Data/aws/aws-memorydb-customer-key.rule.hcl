rule "aws-memorydb-customer-key" {
  summary  = "The in-memory database is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_memorydb_cluster" {
    require     = self.kms_key_arn != null && self.kms_key_arn != ""
    equivalents = { checkov = ["CKV_AWS_201"] }
  }

  resource "aws_memorydb_snapshot" {
    require     = self.kms_key_arn != null && self.kms_key_arn != ""
    equivalents = { checkov = ["CKV_AWS_278"] }
  }

  why  = "Snapshots under AWS's key cannot be given to another account, and access to them cannot be withdrawn by key."
  help = "Name a key in kms_key_arn. The cluster is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/memorydb_cluster"]

  example "without kms_key_arn" {
    flagged = <<-TF
      resource "aws_memorydb_cluster" "carts" {
        name      = "carts"
        acl_name  = "carts"
        node_type = "db.t4g.small"
      }
    TF
  }

  example "kms_key_arn is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_memorydb_cluster" "carts" {
        name        = "carts"
        acl_name    = "carts"
        kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
        node_type   = "db.t4g.small"
      }
    TF
  }
}
