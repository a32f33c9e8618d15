rule "kubernetes-git-sync-arguments" {
  summary  = "git-sync is configured so that values may be run as commands"
  category = "kubernetes"
  severity = "high"
  tags     = ["hardening"]

  subject "kubernetes-container" {
    require     = !strcontains(each.value.image, "git-sync") || !any([for e in each.value.env : contains(["GITSYNC_GIT"], e.name)]) && !any([for a in concat(coalesce(each.value.args, []), coalesce(each.value.command, [])) : startswith(a, "--git=") || a == "--git"])
    message     = "git-sync runs the program that this names."
    equivalents = { checkov = ["CKV_K8S_159"] }
  }

  why  = "git-sync starts the program that its git option names: who can change the value runs commands with the rights of the pod."
  help = "Leave the option out."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "the program is named" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/git-sync:v4.2.1"

            env {
              name  = "GITSYNC_GIT"
              value = "/data/run.sh"
            }
          }
        }
      }
    TF
  }

  example "the program's own" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/git-sync:v4.2.1"
          }
        }
      }
    TF
  }
}
