rule "kubernetes-image-tag" {
  summary     = "The image is not fixed to a version"
  category    = "kubernetes"
  severity    = "medium"
  equivalents = { checkov = ["CKV_K8S_14"], trivy = ["KSV-0013"] }

  subject "kubernetes-container" {
    require = each.value.image == null || (!endswith(each.value.image, ":latest") && (strcontains(each.value.image, "@") || can(regex(":[^/]+$", each.value.image))))
    message = "Which version of ${each.value.image} runs depends on when a node pulled it."
  }

  why  = "With latest, or no tag, nodes run different versions, and going back to the one before is impossible."
  help = "Name a version, or better a digest."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "image is nginx:latest" {
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
              container {
                name  = "web"
                image = "nginx:latest"
              }
            }
          }
        }
      }
    TF
  }

  example "image is nginx:1.27.3" {
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
