rule "secret-container-environment" {
  summary     = "A secret is written in a container's environment"
  category    = "secrets"
  severity    = "critical"
  equivalents = { trivy = ["AWS-0036"], kics = ["d40210ea-64b9-4cce-a4fb-e8604f3c062c", "4b2b5fd3-364d-4093-bac2-17391b2a5297"] }

  resource "aws_ecs_task_definition" {
    each    = flatten([for c in parsed(self.container_definitions) : try(c.environment, [])])
    require = secret_kind(each.value.value, each.value.name) == null
    message = "The environment variable ${each.value.name} holds a ${secret_kind(each.value.value, each.value.name)}."
    at      = self.container_definitions
  }

  resource "azurerm_container_group" {
    each    = flatten([for c in self.container : [for name, value in coalesce(c.environment_variables, {}) : { name = name, value = value }]])
    require = secret_kind(each.value.value, each.value.name) == null
    message = "The environment variable ${each.value.name} holds a ${secret_kind(each.value.value, each.value.name)}."
    at      = self.container
  }

  resource "kubernetes_pod" "kubernetes_pod_v1" {
    each    = flatten([for c in self.spec.container : c.env])
    require = secret_kind(each.value.value, each.value.name) == null
    message = "The environment variable ${each.value.name} holds a ${secret_kind(each.value.value, each.value.name)}."
    at      = self.spec.container
  }

  resource "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_daemonset" "kubernetes_daemon_set_v1" "kubernetes_stateful_set" "kubernetes_stateful_set_v1" "kubernetes_job" "kubernetes_job_v1" "kubernetes_replication_controller" "kubernetes_replication_controller_v1" {
    each    = flatten([for c in self.spec.template.spec.container : c.env])
    require = secret_kind(each.value.value, each.value.name) == null
    message = "The environment variable ${each.value.name} holds a ${secret_kind(each.value.value, each.value.name)}."
    at      = self.spec.template.spec.container
  }

  why  = "Environment variables stand in the state, in the task's or pod's description, and in the history of this repository."
  help = "Refer to a secret of the platform (secrets with valueFrom, secure_environment_variables, secret_key_ref). Revoke the value: it is known."

  example "a token in a task definition" {
    flagged = <<-TF
      resource "aws_ecs_task_definition" "app" {
        family = "app"
        container_definitions = jsonencode([{
          name        = "app"
          image       = "app:1"
          environment = [{ name = "GITHUB_TOKEN", value = "ghp_h7Xk2mQ9vLw4Tz8Rb3Nc6Yd1Fs5Gj0PaEuIo" }]
        }])
      }
    TF
  }

  example "a secret that the platform passes in" {
    accepted = <<-TF
      resource "aws_ecs_task_definition" "app" {
        family = "app"
        container_definitions = jsonencode([{
          name    = "app"
          image   = "app:1"
          secrets = [{ name = "GITHUB_TOKEN", valueFrom = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:github" }]
        }])
      }
    TF
  }
}
