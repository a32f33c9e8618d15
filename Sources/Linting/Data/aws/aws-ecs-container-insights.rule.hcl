rule "aws-ecs-container-insights" {
  summary     = "Containers of the cluster are not measured"
  category    = "reliability"
  severity    = "info"
  tags        = ["monitoring"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_65"], trivy = ["AWS-0034"] }

  resource "aws_ecs_cluster" {
    require = any([for s in self.setting : s.name == "containerInsights" && (s.value == "enabled" || s.value == "enhanced")])
    at      = self
  }

  why  = "Which container ran out of memory, or restarts again and again, is not seen from the service's figures."
  help = "Add setting { name = containerInsights, value = enabled }. It is charged by the metric."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster"]

  example "without setting" {
    flagged = <<-TF
      resource "aws_ecs_cluster" "main" {
        name = "main"
      }
    TF
  }

  example "with setting" {
    accepted = <<-TF
      resource "aws_ecs_cluster" "main" {
        name = "main"

        setting {
          name  = "containerInsights"
          value = "enabled"
        }
      }
    TF
  }
}
