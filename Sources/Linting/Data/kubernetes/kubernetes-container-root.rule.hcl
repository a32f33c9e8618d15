rule "kubernetes-container-root" {
  summary  = "The container may run as root"
  category = "kubernetes"
  severity = "medium"
  tags     = ["hardening"]
  packs    = ["strict"]

  subject "kubernetes-container" {
    require     = any([for c in pod.security_context : c.run_as_non_root == true]) && !any([for c in each.value.security_context : c.run_as_non_root == false]) || any([for c in each.value.security_context : c.run_as_non_root == true])
    message     = "The container ${each.value.name} runs as root when its image says so."
    equivalents = { trivy = ["KSV-0012"] }
  }

  why  = "A process that breaks out of a container keeps its user: as root it owns the node. Images that say nothing run as root."
  help = "Set run_as_non_root = true in the security context of the pod or of the container, and a user in the image."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "nothing is said" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }

  example "refused for the pod" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          security_context {
            run_as_non_root = true
          }

          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }

  example "refused for the container" {
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
              run_as_non_root = true
            }
          }
        }
      }
    TF
  }
}
