rule "aws-msk-encryption" {
  summary  = "Data of the Kafka cluster is not fully encrypted"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]
  packs    = ["strict"]

  resource "aws_msk_cluster" {
    require = any([
      for e in self.encryption_info :
      all([for t in e.encryption_in_transit : t.in_cluster != false && (t.client_broker == null || t.client_broker == "TLS")])
    ])
    at          = self
    message     = "Messages may travel in clear, or no key is named."
    equivalents = { checkov = ["CKV_AWS_81"] }
  }

  resource "aws_msk_cluster" {
    require = !any([
      for e in self.encryption_info :
      any([for t in e.encryption_in_transit : t.in_cluster == false || (t.client_broker != null && t.client_broker != "TLS")])
    ])
    message     = "Messages travel in clear."
    equivalents = { trivy = ["AWS-0073"] }
  }

  resource "aws_msk_cluster" {
    require     = any([for e in self.encryption_info : e.encryption_at_rest_kms_key_arn != null])
    at          = self
    message     = "No key of the customer is named for the disks."
    severity    = "low"
    equivalents = { trivy = ["AWS-0179"] }
  }

  why  = "Producers and consumers that are set up carelessly send messages in clear, and nobody notices."
  help = "Add encryption_info with a key, client_broker = TLS and in_cluster = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster"]

  example "reported" {
    flagged = <<-TF
      resource "aws_msk_cluster" "events" {
        cluster_name           = "events"
        kafka_version          = "3.8.x"
        number_of_broker_nodes = 3

        encryption_info {
          encryption_in_transit {
            client_broker = "PLAINTEXT"
          }
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_msk_cluster" "events" {
        cluster_name           = "events"
        kafka_version          = "3.8.x"
        number_of_broker_nodes = 3

        encryption_info {
          encryption_at_rest_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"

          encryption_in_transit {
            client_broker = "TLS"
          }
        }
      }
    TF
  }
}
