rule "aws-msk-unauthenticated" {
  summary  = "Kafka clients need not say who they are"
  category = "security"
  severity = "high"
  tags     = ["iam"]

  resource "aws_msk_cluster" {
    require = !any([for a in self.client_authentication : a.unauthenticated == true])
  }

  why  = "Every host that reaches a broker reads and writes every topic."
  help = "Remove unauthenticated = true and use IAM, SCRAM or certificates."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster"]

  example "unauthenticated is true" {
    flagged = <<-TF
      resource "aws_msk_cluster" "events" {
        cluster_name           = "events"
        kafka_version          = "3.8.x"
        number_of_broker_nodes = 3

        client_authentication {
          unauthenticated = true
        }
      }
    TF
  }

  example "unauthenticated is false" {
    accepted = <<-TF
      resource "aws_msk_cluster" "events" {
        cluster_name           = "events"
        kafka_version          = "3.8.x"
        number_of_broker_nodes = 3

        client_authentication {
          unauthenticated = false
        }
      }
    TF
  }
}
