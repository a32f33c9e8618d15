rule "aws-elasticache-subnet-group" {
  summary     = "The cache stands in the default subnets"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_323"] }

  resource "aws_elasticache_cluster" {
    where   = self.replication_group_id == null
    require = self.subnet_group_name != null
  }

  why  = "The default VPC's subnets are public, and shared by all that was ever started without a thought."
  help = "Declare aws_elasticache_subnet_group with private subnets and name it in subnet_group_name."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_cluster"]

  example "without subnet_group_name" {
    flagged = <<-TF
      resource "aws_elasticache_cluster" "sessions" {
        cluster_id = "sessions"
        engine     = "redis"
        node_type  = "cache.t4g.small"
      }
    TF
  }

  example "subnet_group_name is private" {
    accepted = <<-TF
      resource "aws_elasticache_cluster" "sessions" {
        cluster_id        = "sessions"
        engine            = "redis"
        node_type         = "cache.t4g.small"
        subnet_group_name = "private"
      }
    TF
  }
}
