rule "aws-memorydb-tls" {
  summary     = "Traffic to the in-memory database is not encrypted"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_202"] }

  resource "aws_memorydb_cluster" {
    require = self.tls_enabled != false

    fix {
      set    = { tls_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Without TLS there is no authentication either: whoever reaches the cluster reads and changes everything."
  help = "Remove tls_enabled = false. The cluster is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/memorydb_cluster"]

  example "tls_enabled is false" {
    flagged = <<-TF
      resource "aws_memorydb_cluster" "carts" {
        name        = "carts"
        acl_name    = "open-access"
        node_type   = "db.t4g.small"
        tls_enabled = false
      }
    TF
  }

  example "tls_enabled is true" {
    accepted = <<-TF
      resource "aws_memorydb_cluster" "carts" {
        name        = "carts"
        acl_name    = "open-access"
        node_type   = "db.t4g.small"
        tls_enabled = true
      }
    TF
  }
}
