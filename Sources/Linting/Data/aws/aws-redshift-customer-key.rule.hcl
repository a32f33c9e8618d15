rule "aws-redshift-customer-key" {
  summary  = "The data warehouse is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_redshift_cluster" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_142"], trivy = ["AWS-0084"] }
  }

  resource "aws_redshift_snapshot_copy_grant" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_281"] }
  }

  resource "aws_redshiftserverless_namespace" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_282"] }
  }

  why  = "Snapshots under AWS's key cannot be given to another account, and access to them cannot be withdrawn by key."
  help = "Name a key in kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
        encrypted          = true
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
        encrypted          = true
        kms_key_id         = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
