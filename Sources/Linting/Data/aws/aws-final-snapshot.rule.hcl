rule "aws-final-snapshot" {
  summary  = "The database is deleted without a last snapshot"
  category = "reliability"
  severity = "low"
  tags     = ["backup"]
  packs    = ["strict"]

  resource "aws_docdb_cluster" "aws_neptune_cluster" {
    require = self.skip_final_snapshot != true
  }

  resource "aws_redshift_cluster" {
    require = self.skip_final_snapshot != true
  }

  resource "aws_elasticache_replication_group" "aws_elasticache_cluster" {
    where   = self.engine != "memcached"
    require = self.final_snapshot_identifier != null
  }

  resource "aws_memorydb_cluster" {
    require = self.final_snapshot_name != null
  }

  why  = "When the resource is removed, automated backups go with it, and nothing is left to restore from."
  help = "Remove skip_final_snapshot and name the last snapshot."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster"]

  example "reported" {
    flagged = <<-TF
      resource "aws_docdb_cluster" "shop" {
        cluster_identifier  = "shop"
        skip_final_snapshot = true
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_docdb_cluster" "shop" {
        cluster_identifier        = "shop"
        final_snapshot_identifier = "shop-last"
      }
    TF
  }
}
