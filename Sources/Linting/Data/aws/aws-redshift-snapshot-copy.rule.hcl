rule "aws-redshift-snapshot-copy" {
  summary  = "Snapshots of the data warehouse stay in its region"
  category = "reliability"
  severity = "info"
  tags     = ["backup"]
  packs    = ["strict"]

  resource "aws_redshift_cluster" {
    require = any([for c in related("aws_redshift_snapshot_copy", "cluster_identifier") : true])
    at      = self
  }

  why  = "When the region or the account is lost, so are the snapshots."
  help = "Declare aws_redshift_snapshot_copy to another region."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "without aws_redshift_snapshot_copy" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
      }
    TF
  }

  example "with aws_redshift_snapshot_copy" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
      }

      resource "aws_redshift_snapshot_copy" "sales" {
        cluster_identifier = aws_redshift_cluster.sales.id
        destination_region = "eu-central-1"
      }
    TF
  }
}
