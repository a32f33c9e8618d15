rule "aws-redshift-snapshots" {
  summary     = "The data warehouse makes no snapshots"
  category    = "reliability"
  severity    = "medium"
  tags        = ["backup"]
  equivalents = { checkov = ["CKV_AWS_343"] }

  resource "aws_redshift_cluster" {
    require = self.automated_snapshot_retention_period != 0
  }

  why  = "A wrong load or a dropped table cannot be undone."
  help = "Set automated_snapshot_retention_period to 7 days or more."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "automated_snapshot_retention_period is 0" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier                  = "sales"
        node_type                           = "ra3.xlplus"
        automated_snapshot_retention_period = 0
      }
    TF
  }

  example "automated_snapshot_retention_period is 7" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier                  = "sales"
        node_type                           = "ra3.xlplus"
        automated_snapshot_retention_period = 7
      }
    TF
  }
}
