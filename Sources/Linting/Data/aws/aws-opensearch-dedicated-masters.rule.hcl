rule "aws-opensearch-dedicated-masters" {
  summary     = "The search domain has no dedicated masters"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_59"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require = any([for c in self.cluster_config : c.dedicated_master_enabled == true])
    at      = self
  }

  why  = "A data node that is also master stops answering under load, and the cluster loses its head when it is needed most."
  help = "Set dedicated_master_enabled = true in cluster_config for what must stay up."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "without cluster_config" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"
      }
    TF
  }

  example "with cluster_config" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        cluster_config {
          dedicated_master_enabled = true
          dedicated_master_count   = 3
        }
      }
    TF
  }
}
