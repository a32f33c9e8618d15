rule "aws-stateful-prevent-destroy" {
  summary  = "Terraform may destroy what holds data"
  category = "reliability"
  severity = "info"
  tags     = ["backup"]
  packs    = ["strict"]

  resource "aws_db_instance" "aws_rds_cluster" "aws_docdb_cluster" "aws_neptune_cluster" "aws_redshift_cluster" "aws_dynamodb_table" "aws_s3_bucket" "aws_efs_file_system" "aws_ebs_volume" "aws_opensearch_domain" "aws_kms_key" "aws_cognito_user_pool" "aws_backup_vault" {
    where   = try(self.deletion_protection, null) != true && try(self.deletion_protection_enabled, null) != true && try(self.deletion_protection, null) != "ACTIVE"
    require = self.lifecycle.prevent_destroy == true
    at      = self
    message = "A changed name or a moved block is enough to destroy it with its data."
  }

  why  = <<-TEXT
    Some arguments cannot be changed in place: the plan then destroys the resource and makes an empty one, and one line in a long plan is
    easily missed.
  TEXT
  help = "Add lifecycle { prevent_destroy = true }, or the deletion protection of the service where it has one."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "may be destroyed" {
    flagged = <<-TF
      resource "aws_s3_bucket" "orders" {
        bucket = "shop-orders"
      }
    TF
  }

  example "may not" {
    accepted = <<-TF
      resource "aws_s3_bucket" "orders" {
        bucket = "shop-orders"

        lifecycle {
          prevent_destroy = true
        }
      }
    TF
  }

  example "protected by the service" {
    accepted = <<-TF
      resource "aws_dynamodb_table" "orders" {
        name                        = "orders"
        hash_key                    = "id"
        billing_mode                = "PAY_PER_REQUEST"
        deletion_protection_enabled = true

        attribute {
          name = "id"
          type = "S"
        }
      }
    TF
  }
}
