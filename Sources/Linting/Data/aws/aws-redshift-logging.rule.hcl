rule "aws-redshift-logging" {
  summary     = "The data warehouse does not log who queried it"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_71"] }

  resource "aws_redshift_cluster" {
    require = any([for l in related("aws_redshift_logging", "cluster_identifier") : true])
    at      = self
  }

  why  = "Without connection and user logs nobody can tell who read the data."
  help = "Declare aws_redshift_logging for the cluster."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "without aws_redshift_logging" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
      }
    TF
  }

  example "with aws_redshift_logging" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
      }

      resource "aws_redshift_logging" "sales" {
        cluster_identifier   = aws_redshift_cluster.sales.id
        log_destination_type = "cloudwatch"
        log_exports          = ["connectionlog", "userlog"]
      }
    TF
  }
}
