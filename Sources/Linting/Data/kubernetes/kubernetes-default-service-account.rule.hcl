rule "kubernetes-default-service-account" {
  summary     = "The default service account hands its token to pods"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_41"] }

  resource "kubernetes_service_account" "kubernetes_service_account_v1" "kubernetes_default_service_account" "kubernetes_default_service_account_v1" {
    where   = any([for m in self.metadata : m.name == "default"])
    require = self.automount_service_account_token == false
    message = "Pods without an account of their own get a token for the cluster."

    fix {
      set    = { automount_service_account_token = false }
      safety = "unsafe"
    }
  }

  why  = "Every pod that names no account gets the default one's token mounted, whether or not it talks to the API."
  help = "Set automount_service_account_token = false on it, and give accounts of their own to those that need one."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/service_account_v1"]

  example "mounted" {
    flagged = <<-TF
      resource "kubernetes_service_account_v1" "default" {
        metadata {
          name      = "default"
          namespace = "shop"
        }
      }
    TF
  }

  example "not mounted" {
    accepted = <<-TF
      resource "kubernetes_service_account_v1" "default" {
        metadata {
          name      = "default"
          namespace = "shop"
        }

        automount_service_account_token = false
      }
    TF
  }
}
