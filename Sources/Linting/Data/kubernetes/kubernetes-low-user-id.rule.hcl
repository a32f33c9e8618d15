rule "kubernetes-low-user-id" {
  summary  = "The container's user may be one of the node's"
  category = "kubernetes"
  severity = "low"
  tags     = ["hardening"]
  packs    = ["strict"]

  subject "kubernetes-container" {
    require     = any([for c in each.value.security_context : try(tonumber(c.run_as_user), 0) > 10000]) || any([for c in pod.security_context : try(tonumber(c.run_as_user), 0) > 10000]) && !any([for c in each.value.security_context : c.run_as_user != null])
    message     = "The container ${each.value.name} has no user above 10000."
    equivalents = { trivy = ["KSV-0020"] }
  }

  subject "kubernetes-container" {
    require     = any([for c in each.value.security_context : try(tonumber(c.run_as_group), 0) > 10000]) || any([for c in pod.security_context : try(tonumber(c.run_as_group), 0) > 10000]) && !any([for c in each.value.security_context : c.run_as_group != null])
    message     = "The container ${each.value.name} has no group above 10000."
    equivalents = { trivy = ["KSV-0021"] }
  }

  why  = "Small numbers are those of the node's own users: a process that breaks out, or a path that is mounted, is then that user's."
  help = "Set run_as_user and run_as_group to numbers above 10000."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "a small number" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            security_context {
              run_as_user  = "1000"
              run_as_group = "1000"
            }
          }
        }
      }
    TF
  }

  example "numbers of its own" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            security_context {
              run_as_user  = "10001"
              run_as_group = "10001"
            }
          }
        }
      }
    TF
  }
}
