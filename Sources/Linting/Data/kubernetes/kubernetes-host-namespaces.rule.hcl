rule "kubernetes-host-namespaces" {
  summary     = "The pod shares namespaces of its node"
  category    = "kubernetes"
  severity    = "high"

  subject "kubernetes-pod" {
    require     = each.value.host_pid != true
    message     = "Processes of the pod see those of their node."
    equivalents = { checkov = ["CKV_K8S_17"], trivy = ["KSV-0010"] }
  }

  subject "kubernetes-pod" {
    require     = each.value.host_ipc != true
    message     = "The pod shares memory with processes of its node."
    equivalents = { checkov = ["CKV_K8S_18"], trivy = ["KSV-0008"] }
  }

  subject "kubernetes-pod" {
    require     = each.value.host_network != true
    message     = "The pod has the network of its node, its interfaces and its metadata service."
    equivalents = { checkov = ["CKV_K8S_19"], trivy = ["KSV-0009"] }
  }

  why  = "A pod that shares its node's network or processes reads the traffic and memory of everything that runs there."
  help = "Remove host_pid, host_ipc and host_network."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "host_pid is true" {
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
              host_pid = true

              container {
                name  = "web"
                image = "nginx:1.27.3"
              }
            }
          }
        }
      }
    TF
  }

  example "without host_pid" {
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
              }
            }
          }
        }
      }
    TF
  }
}
