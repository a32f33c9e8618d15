rule "aws-ebs-snapshot-shared" {
  summary  = "The snapshot is given to another account"
  category = "security"
  severity = "medium"
  tags     = ["public"]
  packs    = ["strict"]

  resource "aws_snapshot_create_volume_permission" {
    require = false
    at      = self
  }

  why  = "The other account copies the disk with all that lies on it, and keeps the copy."
  help = "Share images that hold nothing private, or copy data by a service that records it."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/snapshot_create_volume_permission"]

  example "reported" {
    flagged = <<-TF
      resource "aws_snapshot_create_volume_permission" "partner" {
        snapshot_id = "snap-0a1b2c3d"
        account_id  = "123456789012"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_ebs_snapshot" "data" {
        volume_id = "vol-0a1b2c3d"
      }
    TF
  }
}
