rule "aws-opensearch-customer-key" {
  summary     = "The search domain is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_247"] }

  resource "aws_opensearch_domain" "aws_elasticsearch_domain" {
    require = any([for e in self.encrypt_at_rest : e.kms_key_id != null])
  }

  why  = "Access to indices that are encrypted with the key of AWS cannot be audited by key, or withdrawn at once."
  help = "Name a key in encrypt_at_rest.kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        encrypt_at_rest {
          enabled = true
        }
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_opensearch_domain" "logs" {
        domain_name = "logs"

        encrypt_at_rest {
          enabled    = true
          kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
        }
      }
    TF
  }
}
