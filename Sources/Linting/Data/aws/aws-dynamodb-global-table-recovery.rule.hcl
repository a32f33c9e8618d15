rule "aws-dynamodb-global-table-recovery" {
  summary     = "A global table of the first version cannot be restored to a point in time"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_165"] }

  resource "aws_dynamodb_global_table" {
    require = false
    at      = self
  }

  why  = <<-TEXT
    Tables of the version of 2017 have neither point-in-time recovery of their own nor encryption by key; AWS asks to move to the
    version of 2019.
  TEXT
  help = "Declare aws_dynamodb_table with replica blocks and point_in_time_recovery."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_global_table"]

  example "reported" {
    flagged = <<-TF
      resource "aws_dynamodb_global_table" "orders" {
        name = "orders"

        replica {
          region_name = "eu-west-1"
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_dynamodb_table" "orders" {
        name         = "orders"
        hash_key     = "id"
        billing_mode = "PAY_PER_REQUEST"

        attribute {
          name = "id"
          type = "S"
        }

        replica {
          region_name            = "eu-central-1"
          point_in_time_recovery = true
        }

        point_in_time_recovery {
          enabled = true
        }
      }
    TF
  }
}
