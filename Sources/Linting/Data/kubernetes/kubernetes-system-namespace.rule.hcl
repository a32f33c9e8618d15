rule "kubernetes-system-namespace" {
  summary     = "The object is in a namespace of the system"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["isolation"]
  packs       = ["strict"]
  equivalents = { trivy = ["KSV-0037"] }

  resource "kubernetes_pod" "kubernetes_pod_v1" "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_daemonset" "kubernetes_daemon_set_v1" "kubernetes_stateful_set" "kubernetes_stateful_set_v1" "kubernetes_job" "kubernetes_job_v1" "kubernetes_cron_job" "kubernetes_cron_job_v1" "kubernetes_replication_controller" "kubernetes_replication_controller_v1" "kubernetes_config_map" "kubernetes_config_map_v1" "kubernetes_secret" "kubernetes_secret_v1" "kubernetes_service" "kubernetes_service_v1" "kubernetes_service_account" "kubernetes_service_account_v1" "kubernetes_ingress" "kubernetes_ingress_v1" "kubernetes_role_binding" "kubernetes_role_binding_v1" {
    require = !any([for m in self.metadata : m.namespace == "kube-system" || m.namespace == "kube-public" || m.namespace == "kube-node-lease"])
    message = "The object stands among those of the cluster itself."
  }

  why  = "What runs in kube-system is trusted by many parts of a cluster, and left out by policies."
  help = "Use a namespace of its own."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "kube-system" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
          namespace = "kube-system"
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

  example "one of its own" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
          namespace = "shop"
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
