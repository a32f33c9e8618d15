rule "kubernetes-service-external-address" {
  summary     = "The service takes traffic for addresses of its own choosing"
  category    = "kubernetes"
  severity    = "high"
  tags        = ["network"]
  equivalents = { trivy = ["KSV-0108"] }

  resource "kubernetes_service" "kubernetes_service_v1" {
    require = !any([for s in self.spec : any([for a in s.external_ips : true])])
    message = "The service intercepts traffic to the addresses that it names."
  }

  why  = "A service with external addresses gets all traffic of the cluster to them: who writes one can listen to others' (CVE-2020-8554)."
  help = "Use a load balancer or an ingress."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/service_v1"]

  example "an address" {
    flagged = <<-TF
      resource "kubernetes_service_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          external_ips = ["203.0.113.7"]

          port {
            port = 443
          }
        }
      }
    TF
  }

  example "a load balancer" {
    accepted = <<-TF
      resource "kubernetes_service_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          type = "LoadBalancer"

          port {
            port = 443
          }
        }
      }
    TF
  }
}
