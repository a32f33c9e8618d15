rule "aws-ecs-container-privileged" {
  summary     = "A container of the task is privileged"
  category    = "security"
  severity    = "high"
  equivalents = { checkov = ["CKV_AWS_334"] }

  resource "aws_ecs_task_definition" {
    require = !any([for c in parsed(self.container_definitions) : try(c.privileged, false) == true])
    at      = self.container_definitions
  }

  why  = "A privileged container has the rights of its host: a hole in its program is a hole in every task there."
  help = "Remove privileged, and add the one capability that is needed."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition"]

  example "privileged is true" {
    flagged = <<-TF
      resource "aws_ecs_task_definition" "this" {
        family = "app"
        container_definitions = jsonencode([{
          name       = "app"
          image      = "app:1"
          privileged = true
        }])
      }
    TF
  }

  example "without privileged" {
    accepted = <<-TF
      resource "aws_ecs_task_definition" "this" {
        family = "app"
        container_definitions = jsonencode([{
          name  = "app"
          image = "app:1"
        }])
      }
    TF
  }
}
