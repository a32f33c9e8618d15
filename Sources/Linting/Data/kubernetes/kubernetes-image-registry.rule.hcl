rule "kubernetes-image-registry" {
  summary     = "The image comes from a registry that anyone may publish to"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["supply-chain"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0034", "KSV-0125", "KSV-0124", "KSV-0032", "KSV-0033", "KSV-0035"] }

  subject "kubernetes-container" {
    require = length(split("/", each.value.image)) > 1 && (strcontains(split("/", each.value.image)[0], ".") || strcontains(split("/", each.value.image)[0], ":")) && !contains(["docker.io", "ghcr.io", "quay.io"], split("/", each.value.image)[0])
    message = "The container ${each.value.name} runs an image of a public registry."
  }

  why  = "A name without a registry is one of the public default registry, where similar names are easy to take and rate limits hold."
  help = "Mirror the image into a registry of your own and name that."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "the default registry" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "nginx:1.27.3"
          }
        }
      }
    TF
  }

  example "a registry of one's own" {
    accepted = <<-TF
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
}
