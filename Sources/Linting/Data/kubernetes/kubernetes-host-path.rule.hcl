rule "kubernetes-host-path" {
  summary     = "The pod mounts a path of its node"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["hardening"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0023", "KSV-0121"] }

  subject "kubernetes-pod" {
    require = !any([for v in each.value.volume : any([for h in v.host_path : true])])
    message = "The pod sees files of its node."
  }

  why  = "Files of the node hold the credentials of its kubelet and of other pods, and a path that can be written is a way out of the container."
  help = "Use a persistent volume, a config map or an empty_dir."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "logs of the node" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          volume {
            name = "logs"

            host_path {
              path = "/var/log"
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
