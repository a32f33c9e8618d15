rule "aws-msk-publicly-accessible" {
  summary     = "The Kafka cluster can be reached from the internet"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_AWS_291"] }

  resource "aws_msk_cluster" {
    require = !any([
      for b in self.broker_node_group_info :
      any([for c in b.connectivity_info : any([for p in c.public_access : p.type == "SERVICE_PROVIDED_EIPS"])])
    ])
  }

  why  = "Brokers with public addresses are guarded by passwords or certificates alone; one that leaks gives every topic."
  help = "Set the type of public_access to DISABLED and reach the cluster through the network."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster"]

  example "type is SERVICE_PROVIDED_EIPS" {
    flagged = <<-TF
      resource "aws_msk_cluster" "events" {
        cluster_name           = "events"
        kafka_version          = "3.8.x"
        number_of_broker_nodes = 3

        broker_node_group_info {
          client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
          instance_type   = "kafka.m7g.large"
          security_groups = ["sg-1"]

          connectivity_info {
            public_access {
              type = "SERVICE_PROVIDED_EIPS"
            }
          }
        }
      }
    TF
  }

  example "type is DISABLED" {
    accepted = <<-TF
      resource "aws_msk_cluster" "events" {
        cluster_name           = "events"
        kafka_version          = "3.8.x"
        number_of_broker_nodes = 3

        broker_node_group_info {
          client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
          instance_type   = "kafka.m7g.large"
          security_groups = ["sg-1"]

          connectivity_info {
            public_access {
              type = "DISABLED"
            }
          }
        }
      }
    TF
  }
}
