rule "aws-opensearch-node-encryption" {
  summary     = "Traffic between nodes of the search domain is not encrypted"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_6"], trivy = ["AWS-0043"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require = any([for b in self.node_to_node_encryption : b.enabled == true])
  }

  why  = "Documents travel between nodes in clear."
  help = "Add node_to_node_encryption { enabled = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "without node_to_node_encryption" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "this" {
        domain_name = "d"
      }
    TF
  }

  example "with node_to_node_encryption" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "this" {
        domain_name = "d"

        node_to_node_encryption {
          enabled = true
        }
      }
    TF
  }
}
