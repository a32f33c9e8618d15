rule "aws-neptune-customer-key" {
  summary  = "The graph database is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_neptune_cluster" {
    require     = self.kms_key_arn != null && self.kms_key_arn != ""
    equivalents = { checkov = ["CKV_AWS_347"], trivy = ["AWS-0128"] }
  }

  resource "aws_neptune_cluster_snapshot" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_280"] }
  }

  why  = "Snapshots under AWS's key cannot be given to another account, and access to them cannot be withdrawn by key."
  help = "Name a key in kms_key_arn. The cluster is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster"]

  example "without kms_key_arn" {
    flagged = <<-TF
      resource "aws_neptune_cluster" "friends" {
        cluster_identifier = "friends"
        storage_encrypted  = true
      }
    TF
  }

  example "kms_key_arn is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_neptune_cluster" "friends" {
        cluster_identifier = "friends"
        storage_encrypted  = true
        kms_key_arn        = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
