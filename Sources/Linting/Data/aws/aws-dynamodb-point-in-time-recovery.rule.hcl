rule "aws-dynamodb-point-in-time-recovery" {
  summary     = "The table cannot be restored to a point in time"
  category    = "reliability"
  severity    = "medium"
  tags        = ["backup"]
  equivalents = { checkov = ["CKV_AWS_28"], trivy = ["AWS-0024"] }

  resource "aws_dynamodb_table" {
    # Locks of Terraform's state are worth nothing a minute later.
    where   = self.hash_key != "LockID"
    require = any([for r in self.point_in_time_recovery : r.enabled == true])
    message = "Lost items of the table ${self.name} cannot be brought back."
  }

  why  = "A faulty program that overwrites items destroys them for good; point-in-time recovery keeps 35 days."
  help = "Add point_in_time_recovery { enabled = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table"]

  example "reported" {
    flagged = <<-TF
      resource "aws_dynamodb_table" "orders" {
        name         = "orders"
        billing_mode = "PAY_PER_REQUEST"
        hash_key     = "id"

        attribute {
          name = "id"
          type = "S"
        }
      }
    TF
  }

  example "locks of the state" {
    accepted = <<-TF
      resource "aws_dynamodb_table" "locks" {
        name         = "terraform-locks"
        billing_mode = "PAY_PER_REQUEST"
        hash_key     = "LockID"

        attribute {
          name = "LockID"
          type = "S"
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_dynamodb_table" "orders" {
        name         = "orders"
        billing_mode = "PAY_PER_REQUEST"
        hash_key     = "id"

        attribute {
          name = "id"
          type = "S"
        }

        point_in_time_recovery {
          enabled = true
        }
      }
    TF
  }
}
