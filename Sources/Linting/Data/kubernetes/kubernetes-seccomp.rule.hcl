rule "kubernetes-seccomp" {
  summary  = "No seccomp profile limits the system calls of the pod"
  category = "kubernetes"
  severity = "low"
  tags     = ["hardening"]
  packs    = ["strict"]

  subject "kubernetes-container" {
    require     = any([for c in each.value.security_context : any([for p in c.seccomp_profile : contains(["RuntimeDefault", "Localhost"], p.type)])]) || any([for c in pod.security_context : any([for p in c.seccomp_profile : contains(["RuntimeDefault", "Localhost"], p.type)])])
    message     = "The container ${each.value.name} may make every system call."
    equivalents = { trivy = ["KSV-0030"] }
  }

  subject "kubernetes-container" {
    require     = !any([for c in each.value.security_context : any([for p in c.seccomp_profile : p.type == "Unconfined"])]) && !any([for c in pod.security_context : any([for p in c.seccomp_profile : p.type == "Unconfined"])])
    message     = "The container ${each.value.name} may make every system call."
    equivalents = { trivy = ["KSV-0104"] }
  }

  why  = "Holes in the kernel are reached by rare system calls; the runtime's profile closes those."
  help = "Set seccomp_profile { type = \"RuntimeDefault\" } in the security context of the pod."

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

  example "the runtime's profile" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          security_context {
            seccomp_profile {
              type = "RuntimeDefault"
            }
          }

          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }
}
