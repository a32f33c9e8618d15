rule "kubernetes-root-user" {
  summary     = "The container runs as user 0"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["hardening"]
  equivalents = { trivy = ["KSV-0105"] }

  subject "kubernetes-container" {
    require = !any([for c in each.value.security_context : c.run_as_user == "0"])
    message = "The container ${each.value.name} runs as root."
  }

  subject "kubernetes-pod" {
    require = !any([for c in each.value.security_context : c.run_as_user == "0"])
    message = "All containers of the pod run as root unless they say otherwise."
  }

  why  = "User 0 in a container is user 0 on the node for everything that the container reaches of it: mounted paths, devices, the runtime's socket."
  help = "Set run_as_user to a user that the image knows, other than 0."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "user 0" {
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
              run_as_user = "0"
            }
          }
        }
      }
    TF
  }

  example "a user of its own" {
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
              run_as_user = "10001"
            }
          }
        }
      }
    TF
  }
}
