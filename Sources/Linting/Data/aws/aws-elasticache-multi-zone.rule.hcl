rule "aws-elasticache-multi-zone" {
  summary  = "The cache stands in one zone"
  category = "reliability"
  severity = "low"
  packs    = ["strict"]

  resource "aws_elasticache_replication_group" {
    require = self.multi_az_enabled == true

    fix {
      set    = { multi_az_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Primary and replicas in one zone are lost together, and every request falls on the database."
  help = "Set multi_az_enabled = true with automatic_failover_enabled = true."

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
        multi_az_enabled           = true
      }
    TF
  }
}
