rule "kubernetes-app-armor" {
  summary     = "AppArmor is switched off for the pod"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["hardening"]
  equivalents = { trivy = ["KSV-0002"] }

  resource "kubernetes_pod" "kubernetes_pod_v1" {
    require = !any([for m in self.metadata : any([for k, v in m.annotations : startswith(k, "container.apparmor.security.beta.kubernetes.io/") && !contains(["runtime/default"], v) && !startswith(v, "localhost/")])])
    message = "An annotation takes away the runtime's profile."
  }

  why  = "The runtime's AppArmor profile keeps containers from writing to parts of the kernel's file systems."
  help = "Leave the annotation out, or set it to runtime/default."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "unconfined" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
          annotations = {
            "container.apparmor.security.beta.kubernetes.io/web" = "unconfined"
          }
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
          annotations = {
            "container.apparmor.security.beta.kubernetes.io/web" = "runtime/default"
          }
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
}
