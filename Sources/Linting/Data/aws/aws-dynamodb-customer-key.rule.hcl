rule "aws-dynamodb-customer-key" {
  summary     = "The table is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_119"], trivy = ["AWS-0025", "AWS-0121"] }

  resource "aws_dynamodb_table" {
    require = any([for s in self.server_side_encryption : s.enabled == true && s.kms_key_arn != null])
  }

  why  = "The key that AWS owns cannot be audited, restricted or revoked."
  help = "Add a server_side_encryption block with enabled = true and a kms_key_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table"]

  example "without aws_kms_key" {
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

  example "with aws_kms_key" {
    accepted = <<-TF
      resource "aws_kms_key" "orders" {
        enable_key_rotation = true
      }

      resource "aws_dynamodb_table" "orders" {
        name         = "orders"
        billing_mode = "PAY_PER_REQUEST"
        hash_key     = "id"

        attribute {
          name = "id"
          type = "S"
        }

        server_side_encryption {
          enabled     = true
          kms_key_arn = aws_kms_key.orders.arn
        }
      }
    TF
  }
}
