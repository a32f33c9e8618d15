rule "kubernetes-image-pull-policy" {
  summary     = "The image is not asked for at every start"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["supply-chain"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_15"] }

  subject "kubernetes-container" {
    require = each.value.image_pull_policy == "Always" || each.value.image_pull_policy == null && (strcontains(each.value.image, "@") || endswith(each.value.image, ":latest"))
    message = "The container ${each.value.name} runs an image of the node without asking the registry."
  }

  why  = "An image that lies on the node is run without asking the registry: by pods that may not pull it, and in an old state."
  help = "Set image_pull_policy = \"Always\"."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "what is there" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            image_pull_policy = "IfNotPresent"
          }
        }
      }
    TF
  }

  example "asked each time" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            image_pull_policy = "Always"
          }
        }
      }
    TF
  }
}
