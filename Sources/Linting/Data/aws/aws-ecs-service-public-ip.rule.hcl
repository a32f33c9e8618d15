rule "aws-ecs-service-public-ip" {
  summary     = "Tasks of the service get public addresses"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_333"] }

  resource "aws_ecs_service" {
    require = !any([for n in self.network_configuration : n.assign_public_ip == true])
  }

  why  = "Each task is one wrong rule away from the internet, past the load balancer and its firewall."
  help = "Set assign_public_ip = false and use private subnets with endpoints or a NAT gateway."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service"]

  example "assign_public_ip is true" {
    flagged = <<-TF
      resource "aws_ecs_service" "web" {
        name = "web"

        network_configuration {
          subnets          = ["subnet-1"]
          assign_public_ip = true
        }
      }
    TF
  }

  example "assign_public_ip is false" {
    accepted = <<-TF
      resource "aws_ecs_service" "web" {
        name = "web"

        network_configuration {
          subnets          = ["subnet-1"]
          assign_public_ip = false
        }
      }
    TF
  }
}
