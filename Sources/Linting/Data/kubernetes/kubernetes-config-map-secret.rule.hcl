rule "kubernetes-config-map-secret" {
  summary     = "The config map holds a secret"
  category    = "secrets"
  severity    = "high"
  tags        = ["secrets"]
  equivalents = { trivy = ["KSV-0109", "KSV-01010"] }

  resource "kubernetes_config_map" "kubernetes_config_map_v1" {
    require = !any([for k, v in coalesce(self.data, {}) : secret_kind(v, k) != null])
    message = "The config map holds a secret in clear."
  }

  why  = "Config maps are read by many accounts, shown by dashboards and not encrypted as secrets can be."
  help = "Put it into a secret, or better into a store that the cluster reads from."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/config_map_v1"]

  example "a token" {
    flagged = <<-TF
      resource "kubernetes_config_map_v1" "settings" {
        metadata {
          name = "settings"
        }

        data = {
          api_token = "ghp_Zk3vQ8mW1xT6bN9rL4cJ7yH2dF5sG0pAeU8i"
        }
      }
    TF
  }

  example "settings" {
    accepted = <<-TF
      resource "kubernetes_config_map_v1" "settings" {
        metadata {
          name = "settings"
        }

        data = {
          log_level = "info"
        }
      }
    TF
  }
}
