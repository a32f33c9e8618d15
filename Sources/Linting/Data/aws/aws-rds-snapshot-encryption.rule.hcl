rule "aws-rds-snapshot-encryption" {
  summary  = "The snapshot is not encrypted"
  category = "security"
  severity = "high"
  tags     = ["encryption"]

  resource "aws_db_cluster_snapshot" {
    require     = self.storage_encrypted != false
    equivalents = { checkov = ["CKV_AWS_146"] }

    fix {
      set    = { storage_encrypted = true }
      safety = "unsafe"
    }
  }

  resource "aws_neptune_cluster_snapshot" {
    require     = self.storage_encrypted != false
    equivalents = { checkov = ["CKV_AWS_279"] }

    fix {
      set    = { storage_encrypted = true }
      safety = "unsafe"
    }
  }

  resource "aws_db_cluster_snapshot" {
    let         = { clusters = related("aws_rds_cluster", "cluster_identifier", self.db_cluster_identifier) }
    require     = !any([for c in clusters : c.storage_encrypted != true])
    at          = self.db_cluster_identifier
    message     = "The cluster of the snapshot is not encrypted."
    equivalents = { checkov = ["CKV_AWS_146"] }
  }

  resource "aws_neptune_cluster_snapshot" {
    let         = { clusters = related("aws_neptune_cluster", "cluster_identifier", self.db_cluster_identifier) }
    require     = !any([for c in clusters : c.storage_encrypted != true])
    at          = self.db_cluster_identifier
    message     = "The cluster of the snapshot is not encrypted."
    equivalents = { checkov = ["CKV_AWS_279"] }
  }

  why  = "A snapshot in clear can be copied and restored by whoever may read snapshots."
  help = "Encrypt the cluster, or copy the snapshot with a key."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_cluster_snapshot"]

  example "storage_encrypted is false" {
    flagged = <<-TF
      resource "aws_db_cluster_snapshot" "before_upgrade" {
        db_cluster_identifier          = "orders"
        db_cluster_snapshot_identifier = "before-upgrade"
        storage_encrypted              = false
      }
    TF
  }

  example "without storage_encrypted" {
    accepted = <<-TF
      resource "aws_db_cluster_snapshot" "before_upgrade" {
        db_cluster_identifier          = "orders"
        db_cluster_snapshot_identifier = "before-upgrade"

      }
    TF
  }
}
