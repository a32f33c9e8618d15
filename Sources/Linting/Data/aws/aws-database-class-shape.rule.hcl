rule "aws-database-class-shape" {
  summary  = "The class or engine does not exist"
  category = "correctness"
  severity = "medium"

  resource "aws_db_instance" {
    where       = self.instance_class != null
    require     = can(regex("^db[.][a-z0-9-]+[.]([0-9]*x?large|micro|small|medium|metal)([.].+)?$", self.instance_class))
    message     = "${self.instance_class} is no class of databases: they look like db.m7g.large."
    equivalents = { tflint = ["aws_db_instance_invalid_type"] }
  }

  resource "aws_rds_cluster_instance" {
    where = self.instance_class != null
    require = (
      self.instance_class == "db.serverless"
      || can(regex("^db[.][a-z0-9-]+[.]([0-9]*x?large|micro|small|medium|metal)([.].+)?$", self.instance_class))
    )
    message = "${self.instance_class} is no class of databases: they look like db.r7g.large."
  }

  resource "aws_elasticache_cluster" {
    where       = self.node_type != null
    require     = can(regex("^cache[.][a-z0-9]+[.]([0-9]*x?large|micro|small|medium)$", self.node_type))
    message     = "${self.node_type} is no type of cache nodes: they look like cache.m7g.large."
    equivalents = { tflint = ["aws_elasticache_cluster_invalid_type"] }
  }

  resource "aws_elasticache_replication_group" {
    where       = self.node_type != null
    require     = can(regex("^cache[.][a-z0-9]+[.]([0-9]*x?large|micro|small|medium)$", self.node_type))
    message     = "${self.node_type} is no type of cache nodes: they look like cache.m7g.large."
    equivalents = { tflint = ["aws_elasticache_replication_group_invalid_type"] }
  }

  resource "aws_db_instance" {
    where       = self.engine != null
    require     = can(regex("^(mysql|mariadb|postgres|aurora(-mysql|-postgresql)?|(custom-)?oracle-(se1?|se2|ee)(-cdb)?|(custom-)?sqlserver-(ee|se|ex|web|dev-ee)|db2-(ae|se)|docdb|neptune)$", self.engine))
    message     = "RDS has no engine ${self.engine}."
    equivalents = { tflint = ["aws_db_instance_invalid_engine"] }
  }

  why  = "AWS refuses the request when the plan is applied, after other resources have been made."
  help = "Use a class with its prefix (db. or cache.), and one of the engines that RDS offers."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "the class of a machine" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "postgres"
        instance_class = "m7g.large"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "postgres"
        instance_class = "db.m7g.large"
      }
    TF
  }
}
