rule "kubernetes-image-digest" {
  summary     = "The image is not pinned by its digest"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["supply-chain"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_43"] }

  subject "kubernetes-container" {
    require = each.value.image != null && strcontains(each.value.image, "@sha256:")
    message = "The container ${each.value.name} runs whatever its tag means today."
  }

  why  = "A tag can be moved to other content; a digest cannot."
  help = "Write the image as name@sha256:…."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "by tag" {
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

  example "by digest" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web@sha256:4a1c4b21597c1b4415bdbecb28a3296c6b5e23ca4f9feeb599860a1dac6a0108"
          }
        }
      }
    TF
  }
}
