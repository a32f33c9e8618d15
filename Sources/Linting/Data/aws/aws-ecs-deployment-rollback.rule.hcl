rule "aws-ecs-deployment-rollback" {
  summary  = "A failed deployment is not rolled back"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_ecs_service" {
    where   = self.launch_type != "EXTERNAL"
    require = any([for c in self.deployment_circuit_breaker : c.enable == true && c.rollback == true])
    at      = self
  }

  why  = "When new tasks do not start, the service tries for hours and never returns to what worked."
  help = "Add deployment_circuit_breaker { enable = true, rollback = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service"]

  example "without deployment_circuit_breaker" {
    flagged = <<-TF
      resource "aws_ecs_service" "web" {
        name = "web"
      }
    TF
  }

  example "with deployment_circuit_breaker" {
    accepted = <<-TF
      resource "aws_ecs_service" "web" {
        name = "web"

        deployment_circuit_breaker {
          enable   = true
          rollback = true
        }
      }
    TF
  }
}
