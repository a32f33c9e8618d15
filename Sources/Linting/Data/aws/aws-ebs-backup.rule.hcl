rule "aws-ebs-backup" {
  summary     = "No backup plan covers the volume"
  category    = "reliability"
  severity    = "info"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_9"] }

  resource "aws_ebs_volume" {
    require = any([for s in related("aws_backup_selection", "resources") : true])
    at      = self
  }

  why  = "A volume lives in one zone and has no copies by itself."
  help = "List its ARN in an aws_backup_selection, or take snapshots with a lifecycle policy."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume"]

  example "without aws_backup_selection" {
    flagged = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-west-1a"
        size              = 40
      }
    TF
  }

  example "with aws_backup_selection" {
    accepted = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-west-1a"
        size              = 40
      }

      resource "aws_backup_selection" "volumes" {
        name         = "volumes"
        plan_id      = "plan-1"
        iam_role_arn = "arn:aws:iam::123456789012:role/backup"
        resources    = [aws_ebs_volume.data.arn]
      }
    TF
  }
}
