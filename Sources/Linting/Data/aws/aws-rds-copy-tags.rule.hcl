rule "aws-rds-copy-tags" {
  summary  = "Snapshots of the database do not get its tags"
  category = "style"
  severity = "info"
  tags     = ["tags", "backup"]
  packs    = ["strict"]

  resource "aws_db_instance" {
    where       = self.engine == null || (self.engine != "neptune" && self.engine != "docdb" && !startswith(self.engine, "aurora"))
    require     = self.copy_tags_to_snapshot == true
    equivalents = { checkov = ["CKV2_AWS_60"] }

    fix {
      set    = { copy_tags_to_snapshot = true }
      safety = "unsafe"
    }
  }

  resource "aws_rds_cluster" {
    require     = self.copy_tags_to_snapshot == true
    equivalents = { checkov = ["CKV_AWS_313"] }

    fix {
      set    = { copy_tags_to_snapshot = true }
      safety = "unsafe"
    }
  }

  resource "aws_neptune_cluster" {
    require     = self.copy_tags_to_snapshot == true
    equivalents = { checkov = ["CKV_AWS_362"] }

    fix {
      set    = { copy_tags_to_snapshot = true }
      safety = "unsafe"
    }
  }

  why  = "Policies and bills go by tags; a snapshot without them is neither deleted in time nor charged to its team."
  help = "Set copy_tags_to_snapshot = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "without copy_tags_to_snapshot" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
      }
    TF
  }

  example "copy_tags_to_snapshot is true" {
    accepted = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier    = "orders"
        engine                = "aurora-postgresql"
        copy_tags_to_snapshot = true
      }
    TF
  }
}
