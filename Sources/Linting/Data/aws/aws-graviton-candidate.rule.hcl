rule "aws-graviton-candidate" {
  summary  = "The workload could run on Graviton, which costs a fifth less"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_db_instance" "aws_rds_cluster_instance" {
    where = (
      self.instance_class != null
      && any([for e in ["mysql", "postgres", "mariadb", "aurora-mysql", "aurora-postgresql"] : self.engine == e])
    )
    require = !can(regex("^db[.](m5|m6i|r5|r6i|t3)[.]", self.instance_class))
    message = "${self.instance_class} has a cheaper counterpart on Graviton, and the engine runs there unchanged."
  }

  resource "aws_elasticache_replication_group" "aws_elasticache_cluster" {
    where   = self.node_type != null
    require = !can(regex("^cache[.](m5|r5|t3)[.]", self.node_type))
    message = "${self.node_type} has a cheaper counterpart on Graviton, and the engine runs there unchanged."
  }

  resource "aws_lambda_function" {
    where   = self.package_type != "Image" && self.runtime != null
    require = self.architectures != null && contains(self.architectures, "arm64")
    message = "Functions on arm64 cost a fifth less for the same time."
  }

  why  = "Managed engines and interpreted languages run on ARM without changes."
  help = "Use the class with a g (m7g, r7g, t4g), or architectures = [arm64] for functions."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "instance_class is db.m5.large" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "postgres"
        instance_class = "db.m5.large"
      }
    TF
  }

  example "instance_class is db.m7g.large" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "postgres"
        instance_class = "db.m7g.large"
      }
    TF
  }
}
