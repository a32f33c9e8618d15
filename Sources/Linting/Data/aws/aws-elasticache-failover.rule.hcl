rule "aws-elasticache-failover" {
  summary     = "A failed primary of the cache is not replaced by itself"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_50"] }

  resource "aws_elasticache_replication_group" {
    require = self.automatic_failover_enabled == true

    fix {
      set    = { automatic_failover_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "When the primary fails, writing stops until somebody promotes a replica by hand."
  help = "Set automatic_failover_enabled = true with at least one replica."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_elasticache_replication_group" "sessions" {
        replication_group_id = "sessions"
        description          = "sessions"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_elasticache_replication_group" "sessions" {
        replication_group_id       = "sessions"
        description                = "sessions"
        automatic_failover_enabled = true
        num_cache_clusters         = 2
      }
    TF
  }
}
