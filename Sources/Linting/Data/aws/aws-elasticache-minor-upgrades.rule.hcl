rule "aws-elasticache-minor-upgrades" {
  summary     = "The cache does not take minor upgrades by itself"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_322"] }

  resource "aws_elasticache_cluster" {
    where   = self.engine != "memcached"
    require = self.auto_minor_version_upgrade != "false"

    fix {
      set    = { auto_minor_version_upgrade = true }
      safety = "unsafe"
    }
  }

  why  = "Minor versions close known holes; without automatic upgrades they stay open until someone remembers."
  help = "Remove auto_minor_version_upgrade = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_cluster"]

  example "auto_minor_version_upgrade is false" {
    flagged = <<-TF
      resource "aws_elasticache_cluster" "sessions" {
        cluster_id                 = "sessions"
        engine                     = "redis"
        node_type                  = "cache.t4g.small"
        auto_minor_version_upgrade = false
      }
    TF
  }

  example "auto_minor_version_upgrade is true" {
    accepted = <<-TF
      resource "aws_elasticache_cluster" "sessions" {
        cluster_id                 = "sessions"
        engine                     = "redis"
        node_type                  = "cache.t4g.small"
        auto_minor_version_upgrade = true
      }
    TF
  }
}
