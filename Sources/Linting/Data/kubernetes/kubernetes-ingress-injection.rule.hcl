rule "kubernetes-ingress-injection" {
  summary     = "An annotation of the ingress writes into the configuration of nginx"
  category    = "kubernetes"
  severity    = "critical"
  tags        = ["injection"]
  equivalents = { trivy = ["KCV-0093"] }
  references  = ["https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/"]

  resource "kubernetes_ingress" "kubernetes_ingress_v1" {
    let = {
      annotations = coalesce(self.metadata.annotations, {})
      urls = [
        for name in ["auth-url", "mirror-target", "mirror-host", "auth-tls-match-cn"] :
        lookup(annotations, "nginx.ingress.kubernetes.io/${name}", "")
      ]
    }
    require = !any([for url in urls : can(regex("[;{}#|\\n\\r]", url))])
    message = "The value of an annotation ends a directive of nginx and begins another."
    at      = self.metadata
  }

  why  = <<-TEXT
    Controllers before 1.11.5 and 1.12.1 copy these annotations into the configuration of nginx as they are: who may write an ingress runs
    code in the controller and reads all secrets that it sees.
  TEXT
  help = "Write a plain address or name, and update the controller."

  example "a second directive" {
    flagged = <<-TF
      resource "kubernetes_ingress_v1" "shop" {
        metadata {
          name = "shop"

          annotations = {
            "nginx.ingress.kubernetes.io/auth-url" = "https://auth.example.com/#;load_module /tmp/x.so;"
          }
        }

        spec {
          ingress_class_name = "nginx"
        }
      }
    TF
  }

  example "an address" {
    accepted = <<-TF
      resource "kubernetes_ingress_v1" "shop" {
        metadata {
          name = "shop"

          annotations = {
            "nginx.ingress.kubernetes.io/auth-url" = "https://auth.example.com/verify"
          }
        }

        spec {
          ingress_class_name = "nginx"
        }
      }
    TF
  }
}
