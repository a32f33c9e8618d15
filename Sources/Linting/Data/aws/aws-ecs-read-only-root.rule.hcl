rule "aws-ecs-read-only-root" {
  summary     = "A container can change its own programs"
  category    = "security"
  severity    = "low"
  tags        = ["container"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_336"] }

  resource "aws_ecs_task_definition" {
    let     = { containers = parsed(self.container_definitions) }
    require = containers == null || all([for c in containers : try(tobool(c.readonlyRootFilesystem), false)])
    at      = self.container_definitions
  }

  why  = "An attacker who gets into the container can put tools there; a root file system that is read-only stops that."
  help = "Set readonlyRootFilesystem = true and mount volumes where the program writes."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition"]

  example "reported" {
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

  example "accepted" {
    accepted = <<-TF
      resource "aws_ecs_task_definition" "web" {
        family = "web"

        container_definitions = jsonencode([{
          name                   = "web"
          image                  = "example/web:1"
          readonlyRootFilesystem = true
        }])
      }
    TF
  }
}
