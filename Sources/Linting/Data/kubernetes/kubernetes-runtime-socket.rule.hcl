rule "kubernetes-runtime-socket" {
  summary     = "The pod mounts the socket of the container runtime"
  category    = "kubernetes"
  severity    = "high"
  tags        = ["hardening"]
  equivalents = { checkov = ["CKV_K8S_27"], trivy = ["KSV-0006"] }

  subject "kubernetes-pod" {
    require = !any([for v in each.value.volume : any([for h in v.host_path : contains(["/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock", "/var/run/crio/crio.sock"], h.path)])])
    message = "The pod may start containers on its node, past Kubernetes."
  }

  why  = "Who writes to the runtime's socket starts privileged containers on the node: that is root there."
  help = "Remove the volume. Builders that need no daemon exist."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "the socket" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          volume {
            name = "docker"

            host_path {
              path = "/var/run/docker.sock"
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

  example "a volume of its own" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          volume {
            name = "scratch"

            empty_dir {}
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
