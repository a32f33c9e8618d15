rule "kubernetes-writable-root-filesystem" {
  summary     = "The container may write to its own root"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["hardening"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_22"], trivy = ["KSV-0014"] }

  subject "kubernetes-container" {
    require = any([for c in each.value.security_context : c.read_only_root_filesystem == true])
    message = "The container ${each.value.name} may change its own programs."
  }

  why  = "Who gets in can leave tools behind and change the program. With a read-only root there is nothing to write to but declared volumes."
  help = "Set read_only_root_filesystem = true, and mount an empty_dir where the program writes."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "writable" {
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

  example "read-only" {
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
              read_only_root_filesystem = true
            }
          }
        }
      }
    TF
  }
}
