rule "kubernetes-host-port" {
  summary     = "The container takes a port of its node"
  category    = "kubernetes"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_26"], trivy = ["KSV-0024"] }

  subject "kubernetes-container" {
    require = !any([for p in each.value.port : p.host_port != null && p.host_port != 0])
    message = "The container ${each.value.name} listens on a port of its node, past services and network policies."
  }

  why  = "A host port is reachable wherever the node is, network policies do not see it, and only one such pod fits on a node."
  help = "Remove host_port and put a service in front."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "on the node" {
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
              container_port = 8080
              host_port      = 8080
            }
          }
        }
      }
    TF
  }

  example "behind a service" {
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
