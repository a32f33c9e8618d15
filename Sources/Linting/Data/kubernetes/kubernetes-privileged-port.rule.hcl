rule "kubernetes-privileged-port" {
  summary     = "The container listens on a port below 1024"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["hardening"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0117"] }

  subject "kubernetes-container" {
    require = !any([for p in each.value.port : p.container_port < 1024])
    message = "The container ${each.value.name} needs root or a capability to bind its port."
  }

  why  = "Ports below 1024 want root or NET_BIND_SERVICE, which nothing else of the program needs."
  help = "Let the program listen above 1023; the service keeps the small number."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "port 80" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            port {
              container_port = 80
            }
          }
        }
      }
    TF
  }

  example "port 8080" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            port {
              container_port = 8080
            }
          }
        }
      }
    TF
  }
}
