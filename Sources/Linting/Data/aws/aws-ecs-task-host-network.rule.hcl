rule "aws-ecs-task-host-network" {
  summary  = "The task uses its host's network"
  category = "security"
  severity = "low"
  tags     = ["container", "network"]
  packs    = ["strict"]

  resource "aws_ecs_task_definition" {
    require = self.network_mode != "host"
  }

  why  = "The containers listen on the host's addresses, see its metadata service, and share its security group."
  help = "Set network_mode = awsvpc."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition"]

  example "network_mode is host" {
    flagged = <<-TF
      resource "aws_ecs_task_definition" "agent" {
        family                = "agent"
        container_definitions = "[]"
        network_mode          = "host"
      }
    TF
  }

  example "network_mode is awsvpc" {
    accepted = <<-TF
      resource "aws_ecs_task_definition" "agent" {
        family                = "agent"
        container_definitions = "[]"
        network_mode          = "awsvpc"
      }
    TF
  }
}
