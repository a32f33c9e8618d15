rule "aws-docdb-customer-key" {
  summary     = "The document database is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_182"], trivy = ["AWS-0022"] }

  resource "aws_docdb_cluster" {
    require = self.kms_key_id != null && self.kms_key_id != ""
  }

  why  = "Access to data under AWS's key cannot be withdrawn by key, nor its snapshots given to another account."
  help = "Name a key in kms_key_id. The cluster is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_docdb_cluster" "shop" {
        cluster_identifier = "shop"
        storage_encrypted  = true
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_docdb_cluster" "shop" {
        cluster_identifier = "shop"
        storage_encrypted  = true
        kms_key_id         = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
