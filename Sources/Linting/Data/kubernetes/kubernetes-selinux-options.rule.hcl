rule "kubernetes-selinux-options" {
  summary     = "The pod changes its SELinux label"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["hardening"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0025"] }

  subject "kubernetes-container" {
    require = !any([for c in each.value.security_context : any([for s in c.se_linux_options : s.user != null || s.role != null || s.type != null && !contains(["container_t", "container_init_t", "container_kvm_t"], s.type)])])
    message = "The container ${each.value.name} has a label of its own."
  }

  subject "kubernetes-pod" {
    require = !any([for c in each.value.security_context : any([for s in c.se_linux_options : s.user != null || s.role != null || s.type != null && !contains(["container_t", "container_init_t", "container_kvm_t"], s.type)])])
    message = "The pod has a label of its own."
  }

  why  = "The label decides which files of the node a container may touch; one of its own may allow more than that of containers."
  help = "Leave user and role out, and use container_t."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "any label" {
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
              se_linux_options {
                type = "spc_t"
              }
            }
          }
        }
      }
    TF
  }

  example "that of containers" {
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
              se_linux_options {
                type = "container_t"
              }
            }
          }
        }
      }
    TF
  }
}
