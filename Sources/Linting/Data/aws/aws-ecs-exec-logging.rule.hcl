rule "aws-ecs-exec-logging" {
  summary     = "Commands in containers are not recorded"
  category    = "security"
  severity    = "medium"
  tags        = ["logging"]
  equivalents = { checkov = ["CKV_AWS_223"] }

  resource "aws_ecs_cluster" {
    require = !any([for c in self.configuration : any([for e in c.execute_command_configuration : e.logging == "NONE"])])
  }

  why  = "Whoever opens a shell in a container leaves no trace of what was done there."
  help = "Set logging to DEFAULT or OVERRIDE."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster"]

  example "logging is NONE" {
    flagged = <<-TF
      resource "aws_ecs_cluster" "main" {
        name = "main"

        configuration {
          execute_command_configuration {
            logging = "NONE"
          }
        }
      }
    TF
  }

  example "logging is DEFAULT" {
    accepted = <<-TF
      resource "aws_ecs_cluster" "main" {
        name = "main"

        configuration {
          execute_command_configuration {
            logging = "DEFAULT"
          }
        }
      }
    TF
  }
}
