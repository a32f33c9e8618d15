rule "kubernetes-host-process" {
  summary     = "The container runs as a process of its Windows node"
  category    = "kubernetes"
  severity    = "high"
  tags        = ["hardening"]
  equivalents = { trivy = ["KSV-0103"] }

  subject "kubernetes-pod" {
    require = !any([for c in each.value.security_context : any([for w in c.windows_options : w.host_process == true])])
    message = "Processes of the pod run on the node itself."
  }

  why  = "A host process has the rights of its user on the whole node."
  help = "Remove host_process."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "on the node" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          host_network = true

          security_context {
            windows_options {
              host_process = true
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

  example "in a container" {
    accepted = <<-TF
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
}
