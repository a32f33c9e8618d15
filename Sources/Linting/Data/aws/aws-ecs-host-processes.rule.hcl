rule "aws-ecs-host-processes" {
  summary     = "The task sees the processes of its host"
  category    = "security"
  severity    = "high"
  tags        = ["container"]
  equivalents = { checkov = ["CKV_AWS_335"] }

  resource "aws_ecs_task_definition" {
    require = self.pid_mode != "host"

    fix {
      set    = { pid_mode = "task" }
      safety = "unsafe"
    }
  }

  resource "aws_ecs_task_definition" {
    let     = { containers = parsed(self.container_definitions) }
    require = containers == null || !any([for c in containers : try(c.pidMode, "") == "host"])
    at      = self.container_definitions
  }

  why  = "A container that shares the host's processes can read the memory and environment of every other container there."
  help = "Remove pid_mode = host."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition"]

  example "pid_mode is host" {
    flagged = <<-TF
      resource "aws_ecs_task_definition" "agent" {
        family                = "agent"
        container_definitions = "[]"
        pid_mode              = "host"
      }
    TF
  }

  example "pid_mode is task" {
    accepted = <<-TF
      resource "aws_ecs_task_definition" "agent" {
        family                = "agent"
        container_definitions = "[]"
        pid_mode              = "task"
      }
    TF
  }
}
