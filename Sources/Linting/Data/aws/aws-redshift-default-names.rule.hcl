rule "aws-redshift-default-names" {
  summary  = "The data warehouse keeps names that everyone knows"
  category = "security"
  severity = "low"
  packs    = ["strict"]

  resource "aws_redshift_cluster" {
    require     = self.database_name != null
    message     = "The database has the default name dev."
    equivalents = { checkov = ["CKV_AWS_320"] }
  }

  resource "aws_redshift_cluster" {
    where       = self.publicly_accessible != false
    require     = !contains(["awsuser", "administrator", "admin"], self.master_username)
    message     = "A public warehouse has the user ${self.master_username}, which is the first that attackers try."
    severity    = "medium"
    equivalents = { checkov = ["CKV_AWS_391"] }
  }

  why  = "Half of a login is known then; what is left is a password."
  help = "Set database_name and a master_username of your own, and publicly_accessible = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "master_username is awsuser" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier  = "sales"
        node_type           = "ra3.xlplus"
        database_name       = "sales"
        master_username     = "awsuser"
        publicly_accessible = true
      }
    TF
  }

  example "master_username is sales_owner" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier  = "sales"
        node_type           = "ra3.xlplus"
        database_name       = "sales"
        master_username     = "sales_owner"
        publicly_accessible = true
      }
    TF
  }
}
