rule "aws-dynamodb-replica" {
  summary  = "The table exists in one region"
  category = "reliability"
  severity = "info"
  tags     = ["backup"]
  packs    = ["strict"]

  resource "aws_dynamodb_table" {
    require = length(self.replica) > 0 || any([for r in related("aws_dynamodb_table_replica", "global_table_arn") : true])
    at      = self
  }

  why  = "What must stay up when a region fails needs its data elsewhere."
  help = "Add replica blocks for tables that have to survive the loss of a region."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table"]

  example "without replica" {
    flagged = <<-TF
      resource "aws_dynamodb_table" "orders" {
        name         = "orders"
        hash_key     = "id"
        billing_mode = "PAY_PER_REQUEST"

        attribute {
          name = "id"
          type = "S"
        }
      }
    TF
  }

  example "with replica" {
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
          region_name = "eu-central-1"
        }
      }
    TF
  }
}
