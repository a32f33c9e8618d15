rule "aws-dax-encryption" {
  summary  = "The DynamoDB cache is not encrypted"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]

  resource "aws_dax_cluster" {
    require     = any([for e in self.server_side_encryption : e.enabled == true])
    at          = self
    message     = "Cached items are stored in clear."
    equivalents = { checkov = ["CKV_AWS_47"], trivy = ["AWS-0023"] }
  }

  resource "aws_dax_cluster" {
    require     = self.cluster_endpoint_encryption_type == "TLS"
    message     = "Items travel between the cache and its clients in clear."
    severity    = "low"
    equivalents = { checkov = ["CKV_AWS_239"] }

    fix {
      set    = { cluster_endpoint_encryption_type = "TLS" }
      safety = "unsafe"
    }
  }

  why  = "The table behind it is encrypted, its cache is not; encryption cannot be switched on once the cluster exists."
  help = "Add server_side_encryption { enabled = true } and set cluster_endpoint_encryption_type = TLS."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dax_cluster"]

  example "reported" {
    flagged = <<-TF
      resource "aws_dax_cluster" "orders" {
        cluster_name       = "orders"
        iam_role_arn       = "arn:aws:iam::123456789012:role/dax"
        node_type          = "dax.r5.large"
        replication_factor = 3
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_dax_cluster" "orders" {
        cluster_name                     = "orders"
        iam_role_arn                     = "arn:aws:iam::123456789012:role/dax"
        node_type                        = "dax.r5.large"
        replication_factor               = 3
        cluster_endpoint_encryption_type = "TLS"

        server_side_encryption {
          enabled = true
        }
      }
    TF
  }
}
