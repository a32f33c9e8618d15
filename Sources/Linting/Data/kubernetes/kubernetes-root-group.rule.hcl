rule "kubernetes-root-group" {
  summary     = "The pod's groups include root"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["hardening"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0116"] }

  subject "kubernetes-pod" {
    require = !any([for c in each.value.security_context : c.run_as_group == "0" || c.fs_group == "0" || any([for g in c.supplemental_groups : g == 0])])
    message = "Processes of the pod belong to the group root."
  }

  why  = "Group 0 may read and write much of what root owns, in mounted volumes as well."
  help = "Use groups of the workload's own in run_as_group, fs_group and supplemental_groups."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "volumes for root's group" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          security_context {
            fs_group = "0"
          }

          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }

  example "a group of its own" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          security_context {
            fs_group = "10001"
          }

          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }
}
