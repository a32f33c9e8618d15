rule "aws-opensearch-high-availability" {
  summary     = "The search domain does not survive the loss of a node or zone"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_318"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require = any([for c in self.cluster_config : c.dedicated_master_count >= 3 && c.zone_awareness_enabled == true])
  }

  why  = <<-TEXT
    With fewer than three masters a failed one can stop the cluster, and without zone awareness both copies of a shard may lie in one
    zone.
  TEXT
  help = "Use three dedicated masters and set zone_awareness_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "reported" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        cluster_config {
          instance_count = 1
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        cluster_config {
          instance_count           = 3
          dedicated_master_enabled = true
          dedicated_master_count   = 3
          zone_awareness_enabled   = true
        }
      }
    TF
  }
}
