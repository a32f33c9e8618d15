rule "aws-instance-previous-generation" {
  summary  = "The instance type is of a previous generation"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_instance" "aws_launch_template" "aws_launch_configuration" "aws_spot_instance_request" {
    where       = self.instance_type != null
    require     = !can(regex("^(t1|t2|m1|m2|m3|m4|c1|c3|c4|r3|r4|x1|i2|i3|d2|g2|g3|p2|p3|h1|f1|cc2|cr1|cg1|hi1|hs1)[.]", self.instance_type))
    message     = "${self.instance_type} costs more and does less than its successors."
    equivalents = { tflint = ["aws_instance_previous_type"] }
  }

  resource "aws_db_instance" "aws_rds_cluster_instance" {
    where       = self.instance_class != null
    require     = !can(regex("^db[.](t1|t2|m1|m2|m3|m4|r3|r4|cr1)[.]", self.instance_class))
    message     = "${self.instance_class} costs more and does less than its successors."
    equivalents = { tflint = ["aws_db_instance_previous_type"] }
  }

  resource "aws_elasticache_cluster" {
    where       = self.node_type != null
    require     = !can(regex("^cache[.](t1|t2|m1|m2|m3|m4|c1|r3|r4)[.]", self.node_type))
    message     = "${self.node_type} costs more and does less than its successors."
    equivalents = { tflint = ["aws_elasticache_cluster_previous_type"] }
  }

  resource "aws_elasticache_replication_group" {
    where       = self.node_type != null
    require     = !can(regex("^cache[.](t1|t2|m1|m2|m3|m4|c1|r3|r4)[.]", self.node_type))
    message     = "${self.node_type} costs more and does less than its successors."
    equivalents = { tflint = ["aws_elasticache_replication_group_previous_type"] }
  }

  why  = "Each generation gives more for the same money, and capacity of the old ones runs out."
  help = "Use the same family of a current generation, for instance m7g instead of m4."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "instance_type is m4.large" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0a1b2c3d"
        instance_type = "m4.large"
      }
    TF
  }

  example "instance_type is m7g.large" {
    accepted = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0a1b2c3d"
        instance_type = "m7g.large"
      }
    TF
  }
}
