rule "kubernetes-gone-api" {
  summary     = "The resource uses an API that clusters no longer have"
  category    = "correctness"
  severity    = "low"
  tags        = ["upgrade"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0107"] }

  resource "kubernetes_pod_security_policy" "kubernetes_pod_security_policy_v1beta1" "kubernetes_ingress" "kubernetes_cron_job" "kubernetes_horizontal_pod_autoscaler_v2beta2" "kubernetes_validating_webhook_configuration" "kubernetes_mutating_webhook_configuration" {
    require = false
    message = "Current clusters refuse this version of the API."
    at      = self
  }

  why  = "Beta versions of an API are removed some releases after the stable one is there: the next upgrade of the cluster makes the resource impossible to change."
  help = "Use the resource of the stable version (…_v1)."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_security_policy"]

  example "a beta version" {
    flagged = <<-TF
      resource "kubernetes_cron_job" "report" {
        metadata {
          name = "report"
        }

        spec {
          schedule = "0 3 * * *"

          job_template {
            metadata {}

            spec {
              template {
                metadata {}

                spec {
                  container {
                    name  = "report"
                    image = "registry.example.com/report:1.4.2"
                  }
                }
              }
            }
          }
        }
      }
    TF
  }

  example "the stable one" {
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
