rule "aws-default-parameter-group" {
  summary  = "The database uses AWS's parameter group"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_db_instance" {
    where       = self.parameter_group_name != null
    require     = !startswith(self.parameter_group_name, "default.")
    message     = "Parameters of ${self.parameter_group_name} cannot be changed."
    equivalents = { tflint = ["aws_db_instance_default_parameter_group"] }
  }

  resource "aws_elasticache_cluster" {
    where       = self.parameter_group_name != null
    require     = !startswith(self.parameter_group_name, "default.")
    message     = "Parameters of ${self.parameter_group_name} cannot be changed."
    equivalents = { tflint = ["aws_elasticache_cluster_default_parameter_group"] }
  }

  resource "aws_elasticache_replication_group" {
    where       = self.parameter_group_name != null
    require     = !startswith(self.parameter_group_name, "default.")
    message     = "Parameters of ${self.parameter_group_name} cannot be changed."
    equivalents = { tflint = ["aws_elasticache_replication_group_default_parameter_group"] }
  }

  why  = "The first parameter that has to be changed needs a new group, and with it a restart at a bad time."
  help = "Declare a parameter group of your own, empty if need be."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "parameter_group_name is default.postgres16" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier           = "orders"
        engine               = "postgres"
        instance_class       = "db.m7g.large"
        parameter_group_name = "default.postgres16"
      }
    TF
  }

  example "parameter_group_name is orders" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier           = "orders"
        engine               = "postgres"
        instance_class       = "db.m7g.large"
        parameter_group_name = "orders"
      }
    TF
  }
}
