rule "aws-rds-cluster-single-instance" {
  summary  = "The database cluster has one instance"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_rds_cluster" {
    where   = self.engine != null && startswith(self.engine, "aurora")
    require = length(related("aws_rds_cluster_instance", "cluster_identifier")) != 1
    at      = self
  }

  why  = "When the only instance fails, a new one has to be started before anything answers: ten minutes instead of one."
  help = "Declare a second aws_rds_cluster_instance in another zone."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster"]

  example "without count" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
      }

      resource "aws_rds_cluster_instance" "orders" {
        cluster_identifier = aws_rds_cluster.orders.id
        engine             = "aurora-postgresql"
        instance_class     = "db.r6g.large"
      }
    TF
  }

  example "count is 2" {
    accepted = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
      }

      resource "aws_rds_cluster_instance" "orders" {
        count              = 2
        cluster_identifier = aws_rds_cluster.orders.id
        engine             = "aurora-postgresql"
        instance_class     = "db.r6g.large"
      }
    TF
  }
}
