rule "aws-dynamodb-autoscaling" {
  summary     = "The capacity of the table is fixed"
  category    = "cost"
  severity    = "info"
  packs       = ["cost", "strict"]
  equivalents = { checkov = ["CKV2_AWS_16"] }

  resource "aws_dynamodb_table" {
    where   = self.billing_mode != "PAY_PER_REQUEST"
    require = any([for t in related("aws_appautoscaling_target", "resource_id") : t.service_namespace == "dynamodb"])
    at      = self
  }

  why  = "Requests above the capacity are refused; capacity that is never used is paid all the same."
  help = "Set billing_mode = PAY_PER_REQUEST, or add aws_appautoscaling_target and a policy."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table"]

  example "reported" {
    flagged = <<-TF
      resource "aws_dynamodb_table" "orders" {
        name           = "orders"
        hash_key       = "id"
        read_capacity  = 5
        write_capacity = 5

        attribute {
          name = "id"
          type = "S"
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
      }
    TF
  }
}
