rule "aws-redshift-defaults-stated" {
  summary  = "The data warehouse leaves its safety to the provider's version"
  category = "security"
  severity = "info"
  tags     = ["encryption"]
  packs    = ["strict"]

  resource "aws_redshift_cluster" {
    require     = self.encrypted != null
    at          = self
    message     = "Whether the warehouse is encrypted depends on the version of the provider."
    equivalents = { checkov = ["CKV_AWS_64"] }
  }

  resource "aws_redshift_cluster" {
    require     = self.publicly_accessible != null
    at          = self
    message     = "Whether the warehouse can be reached from the internet depends on the version of the provider."
    equivalents = { checkov = ["CKV_AWS_87"] }
  }

  why  = <<-TEXT
    Before version 6 of the provider, a cluster without these arguments was written in clear and could be reached from the internet;
    state of those days keeps it so.
  TEXT
  help = "Set encrypted = true and publicly_accessible = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "reported" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier  = "sales"
        node_type           = "ra3.xlplus"
        encrypted           = true
        publicly_accessible = false
      }
    TF
  }
}
