rule "kubernetes-secret-in-environment" {
  summary     = "The container gets secrets as environment variables"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["secrets"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_35"] }

  subject "kubernetes-container" {
    require = !any([for e in each.value.env : any([for v in e.value_from : any([for s in v.secret_key_ref : true])])]) && !any([for e in each.value.env_from : any([for s in e.secret_ref : true])])
    message = "The container ${each.value.name} has secrets in its environment."
  }

  why  = "The environment is inherited by every child process and printed by crash reports and debug pages. Files of a volume are not."
  help = "Mount the secret as a volume, and read it from the file."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "in the environment" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            env_from {
              secret_ref {
                name = "database"
              }
            }
          }
        }
      }
    TF
  }

  example "as files" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          volume {
            name = "database"

            secret {
              secret_name = "database"
            }
          }

          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"

            volume_mount {
              name       = "database"
              mount_path = "/run/secrets/database"
            }
          }
        }
      }
    TF
  }
}
