rule "kubernetes-privilege-escalation" {
  summary     = "The container may gain more rights than its parent"
  category    = "kubernetes"
  severity    = "medium"
  equivalents = { checkov = ["CKV_K8S_20"], trivy = ["KSV-0001"], kics = ["c878abb4-cca5-4724-92b9-289be68bd47c"] }

  subject "kubernetes-container" {
    require = !any([for c in each.value.security_context : c.allow_privilege_escalation == true])
    message = "A process of the container ${each.value.name} may become root."
  }

  why  = "Programs with the setuid bit let a process become root, whoever it runs as."
  help = "Add security_context { allow_privilege_escalation = false }."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "allow_privilege_escalation is true" {
    flagged = <<-TF
      resource "kubernetes_deployment_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          selector {
            match_labels = { app = "web" }
          }

          template {
            metadata {
              labels = { app = "web" }
            }

            spec {
              container {
                name  = "web"
                image = "nginx:1.27.3"

                security_context {
                  allow_privilege_escalation = true
                }
              }
            }
          }
        }
      }
    TF
  }

  example "allow_privilege_escalation is false" {
    accepted = <<-TF
      resource "kubernetes_deployment_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          selector {
            match_labels = { app = "web" }
          }

          template {
            metadata {
              labels = { app = "web" }
            }

            spec {
              container {
                name  = "web"
                image = "nginx:1.27.3"

                security_context {
                  allow_privilege_escalation = false
                }
              }
            }
          }
        }
      }
    TF
  }
}
