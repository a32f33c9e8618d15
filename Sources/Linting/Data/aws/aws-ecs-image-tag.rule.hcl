rule "aws-ecs-image-tag" {
  summary  = "The task's image may change under its name"
  category = "reliability"
  severity = "low"
  tags     = ["container"]
  packs    = ["strict"]

  resource "aws_ecs_task_definition" {
    let = { containers = parsed(self.container_definitions) }
    require = (
      containers == null
      || all([for c in containers : can(regex("(@sha256:|:[^:/]+$)", c.image)) && !endswith(c.image, ":latest")])
    )
    at      = self.container_definitions
    message = "An image has no tag, or the tag latest."
  }

  why  = "Tasks of one service then run different programs, and a rollback brings back nothing."
  help = "Name a version or a digest."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition"]

  example "image is example/web:latest" {
    flagged = <<-TF
      resource "aws_ecs_task_definition" "web" {
        family = "web"

        container_definitions = jsonencode([{
          name  = "web"
          image = "example/web:latest"
        }])
      }
    TF
  }

  example "image is example/web:1.4.2" {
    accepted = <<-TF
      resource "aws_ecs_task_definition" "web" {
        family = "web"

        container_definitions = jsonencode([{
          name  = "web"
          image = "example/web:1.4.2"
        }])
      }
    TF
  }
}
