rule "aws-ecs-task-root" {
  summary  = "A container runs as root"
  category = "security"
  severity = "low"
  tags     = ["container"]
  packs    = ["strict"]

  resource "aws_ecs_task_definition" {
    let     = { containers = parsed(self.container_definitions) }
    require = containers == null || all([for c in containers : c.user != null && !contains(["", "0", "root", "0:0"], tostring(c.user))])
    at      = self.container_definitions
  }

  why  = "A hole in the program gives root in the container, one step from the host."
  help = "Set user to another one than root in the container definition."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition"]

  example "without user" {
    flagged = <<-TF
      resource "aws_ecs_task_definition" "web" {
        family = "web"

        container_definitions = jsonencode([{
          name  = "web"
          image = "example/web:1"
        }])
      }
    TF
  }

  example "user is 1000:1000" {
    accepted = <<-TF
      resource "aws_ecs_task_definition" "web" {
        family = "web"

        container_definitions = jsonencode([{
          name  = "web"
          image = "example/web:1"
          user  = "1000:1000"
        }])
      }
    TF
  }
}
