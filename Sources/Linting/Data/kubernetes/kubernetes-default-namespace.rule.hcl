rule "kubernetes-default-namespace" {
  summary     = "The object is in the default namespace"
  category    = "kubernetes"
  severity    = "low"
  tags        = ["isolation"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_K8S_21"], trivy = ["KSV-0110"] }

  resource "kubernetes_pod" "kubernetes_pod_v1" "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_daemonset" "kubernetes_daemon_set_v1" "kubernetes_stateful_set" "kubernetes_stateful_set_v1" "kubernetes_job" "kubernetes_job_v1" "kubernetes_cron_job" "kubernetes_cron_job_v1" "kubernetes_replication_controller" "kubernetes_replication_controller_v1" "kubernetes_config_map" "kubernetes_config_map_v1" "kubernetes_secret" "kubernetes_secret_v1" "kubernetes_service" "kubernetes_service_v1" "kubernetes_service_account" "kubernetes_service_account_v1" "kubernetes_ingress" "kubernetes_ingress_v1" "kubernetes_role_binding" "kubernetes_role_binding_v1" {
    require = any([for m in self.metadata : m.namespace != null && m.namespace != "default"])
    message = "The object stands in the default namespace."
  }

  why  = "Quotas, network policies and rights are given by namespace. What is in the default one shares all of them with everything else."
  help = "Make a namespace for the workload and name it in metadata."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "no namespace" {
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
