rule "aws-elasticache-backup" {
  summary  = "The cache is not backed up"
  category = "reliability"
  severity = "low"
  tags     = ["backup"]
  packs    = ["strict"]

  resource "aws_elasticache_cluster" {
    where       = self.engine != "memcached" && self.replication_group_id == null && self.node_type != "cache.t1.micro"
    require     = self.snapshot_retention_limit != null && self.snapshot_retention_limit != 0
    equivalents = { checkov = ["CKV_AWS_134"], trivy = ["AWS-0050"] }
  }

  resource "aws_elasticache_replication_group" {
    require = self.snapshot_retention_limit != null && self.snapshot_retention_limit != 0
  }

  why  = "Queues, sessions and counters in Redis are data like any other; without snapshots a faulty command loses them."
  help = "Set snapshot_retention_limit to some days."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_cluster"]

  example "without snapshot_retention_limit" {
    flagged = <<-TF
      resource "aws_elasticache_cluster" "sessions" {
        cluster_id = "sessions"
        engine     = "redis"
        node_type  = "cache.t4g.small"
      }
    TF
  }

  example "snapshot_retention_limit is 5" {
    accepted = <<-TF
      resource "aws_elasticache_cluster" "sessions" {
        cluster_id               = "sessions"
        engine                   = "redis"
        node_type                = "cache.t4g.small"
        snapshot_retention_limit = 5
      }
    TF
  }
}
