rule "kubernetes-network-policy-open" {
  summary  = "The network policy lets the whole internet through"
  category = "kubernetes"
  severity = "medium"
  tags     = ["network", "public"]
  packs    = ["strict"]

  resource "kubernetes_network_policy" "kubernetes_network_policy_v1" {
    require     = !any([for r in self.spec.ingress : any([for f in r.from : any([for b in f.ip_block : is_public(b.cidr)])])])
    message     = "The policy lets everyone in."
    equivalents = { trivy = ["KUBE-0001"] }
  }

  resource "kubernetes_network_policy" "kubernetes_network_policy_v1" {
    require     = !any([for r in self.spec.egress : any([for f in r.to : any([for b in f.ip_block : is_public(b.cidr)])])])
    message     = "The policy lets data out to everywhere."
    equivalents = { trivy = ["KUBE-0002"] }
  }

  why  = "A policy that names 0.0.0.0/0 limits nothing: it reads like protection and is none."
  help = "Name the ranges or the pods that the traffic belongs to."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/network_policy_v1"]

  example "from everywhere" {
    flagged = <<-TF
      resource "kubernetes_network_policy_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          pod_selector {}
          policy_types = ["Ingress"]

          ingress {
            from {
              ip_block {
                cidr = "0.0.0.0/0"
              }
            }
          }
        }
      }
    TF
  }

  example "from inside" {
    accepted = <<-TF
      resource "kubernetes_network_policy_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          pod_selector {}
          policy_types = ["Ingress"]

          ingress {
            from {
              ip_block {
                cidr = "10.0.0.0/8"
              }
            }
          }
        }
      }
    TF
  }
}
