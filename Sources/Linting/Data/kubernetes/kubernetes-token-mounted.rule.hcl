rule "kubernetes-token-mounted" {
  summary     = "The pod gets a token of the cluster's API"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["rbac"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0036"] }

  subject "kubernetes-pod" {
    require = each.value.automount_service_account_token == false
    message = "A token of the API lies in every container of the pod."
  }

  why  = "Who gets into the pod finds the token and may do what its account may."
  help = "Set automount_service_account_token = false for pods that do not talk to the API."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "mounted" {
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

  example "not mounted" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          automount_service_account_token = false

          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }
}
