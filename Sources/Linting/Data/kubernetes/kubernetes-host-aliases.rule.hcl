rule "kubernetes-host-aliases" {
  summary     = "The pod has names of its own for addresses"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0007"] }

  subject "kubernetes-pod" {
    require = !any([for h in each.value.host_aliases : true])
    message = "The pod resolves names otherwise than the rest of the cluster."
  }

  why  = "Entries in the hosts file go past the cluster's names and its policies, and are forgotten when addresses move."
  help = "Use a service, or one of type ExternalName."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "an entry" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          host_aliases {
            ip        = "10.1.2.3"
            hostnames = ["database"]
          }

          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }

  example "none" {
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
