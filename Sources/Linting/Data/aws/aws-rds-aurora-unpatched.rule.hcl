rule "aws-rds-aurora-unpatched" {
  summary     = "The version of Aurora PostgreSQL has a published flaw"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AWS_388"] }

  resource "aws_db_instance" "aws_rds_cluster" {
    where   = self.engine == "aurora-postgresql" && self.engine_version != null
    require = !contains(["10.11", "10.12", "10.13", "11.6", "11.7", "11.8"], self.engine_version)
    message = "Version ${self.engine_version} lets a user of the database read files of its host."
  }

  why  = "The flaw was published with instructions; a user of the database gets at files of the host."
  help = "Upgrade to a version that is still maintained."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "engine_version is 11.8" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
        engine_version     = "11.8"
      }
    TF
  }

  example "engine_version is 16.4" {
    accepted = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
        engine_version     = "16.4"
      }
    TF
  }
}
