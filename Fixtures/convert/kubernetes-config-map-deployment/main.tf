terraform {
  required_providers {
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 2.38"
    }
  }
}

variable "environment" {
  type    = string
  default = "staging"
}

variable "image_tag" {
  type        = string
  description = "What was built last."
  default     = "1.27.4"
}

variable "replicas" {
  type    = number
  default = 2
}

variable "feature_flags" {
  type    = map(bool)
  default = { search = true, export = false }
}

# Chosen by whoever applies it.
variable "api_token" {
  type      = string
  sensitive = true
}

locals {
  name = "web-${var.environment}"
  labels = {
    "app.kubernetes.io/name"      = "web"
    "app.kubernetes.io/instance"  = local.name
    "app.kubernetes.io/component" = "frontend"
  }
}

resource "kubernetes_config_map_v1" "web" {
  metadata {
    name      = "${local.name}-settings"
    namespace = kubernetes_namespace_v1.web.metadata[0].name
    labels    = local.labels
  }

  data = merge(
    {
      LOG_LEVEL = var.environment == "production" ? "warn" : "debug"
      PORT      = "8080"
      "nginx.conf" = <<-EOT
        server {
          listen 8080;
          location /healthz { return 200 "ok"; }
        }
      EOT
    },
    { for flag, enabled in var.feature_flags : "FEATURE_${upper(flag)}" => enabled },
  )
}

resource "kubernetes_secret_v1" "web" {
  metadata {
    name      = "${local.name}-credentials"
    namespace = kubernetes_namespace_v1.web.metadata[0].name
  }

  type = "Opaque"
  data = {
    username = "web"
    token    = var.api_token
  }
}

resource "kubernetes_deployment_v1" "web" {
  metadata {
    name        = local.name
    namespace   = kubernetes_namespace_v1.web.metadata[0].name
    labels      = local.labels
    annotations = { "example.com/owner" = "platform" }
  }

  spec {
    replicas               = var.replicas
    revision_history_limit = 5

    selector {
      match_labels = local.labels
    }

    strategy {
      type = "RollingUpdate"
      rolling_update {
        max_surge       = "25%"
        max_unavailable = 0
      }
    }

    template {
      metadata {
        labels = local.labels
        annotations = {
          "checksum/settings" = sha256(jsonencode(kubernetes_config_map_v1.web.data))
        }
      }

      spec {
        automount_service_account_token  = false
        termination_grace_period_seconds = 20

        security_context {
          run_as_non_root = true
          run_as_user     = "101"
          fs_group        = 101
        }

        container {
          name              = "web"
          image             = "nginx:${var.image_tag}"
          image_pull_policy = "IfNotPresent"
          args              = ["nginx", "-g", "daemon off;"]

          port {
            name           = "http"
            container_port = 8080
          }

          env_from {
            config_map_ref {
              name = kubernetes_config_map_v1.web.metadata[0].name
            }
          }

          env {
            name = "POD_IP"
            value_from {
              field_ref {
                field_path = "status.podIP"
              }
            }
          }

          env {
            name = "API_TOKEN"
            value_from {
              secret_key_ref {
                name = kubernetes_secret_v1.web.metadata[0].name
                key  = "token"
              }
            }
          }

          resources {
            requests = { cpu = "100m", memory = "64Mi" }
            limits   = { cpu = 1, memory = "128Mi" }
          }

          readiness_probe {
            http_get {
              path = "/healthz"
              port = "http"
            }
          }

          liveness_probe {
            period_seconds = 30
            http_get {
              path = "/healthz"
              port = 8080
              http_header {
                name  = "X-Probe"
                value = "liveness"
              }
            }
          }

          security_context {
            allow_privilege_escalation = false
            read_only_root_filesystem  = true
            capabilities {
              drop = ["ALL"]
            }
          }

          volume_mount {
            name       = "settings"
            mount_path = "/etc/nginx/nginx.conf"
            sub_path   = "nginx.conf"
            read_only  = true
          }
          volume_mount {
            name       = "cache"
            mount_path = "/var/cache/nginx"
          }
        }

        volume {
          name = "settings"
          config_map {
            name         = kubernetes_config_map_v1.web.metadata[0].name
            default_mode = "0644"
            items {
              key  = "nginx.conf"
              path = "nginx.conf"
            }
          }
        }
        volume {
          name = "cache"
          empty_dir {}
        }

        topology_spread_constraint {
          max_skew           = 1
          topology_key       = "kubernetes.io/hostname"
          when_unsatisfiable = "ScheduleAnyway"
          label_selector {
            match_labels = local.labels
          }
        }
      }
    }
  }

  wait_for_rollout = true
  timeouts {
    create = "5m"
  }
}

resource "kubernetes_service_v1" "web" {
  count = var.environment == "production" ? 2 : 1

  metadata {
    name      = "${local.name}-${count.index}"
    namespace = kubernetes_namespace_v1.web.metadata[0].name
  }
  spec {
    selector = kubernetes_deployment_v1.web.spec[0].selector[0].match_labels
    port {
      name        = "http"
      port        = 80
      target_port = "http"
    }
  }
}

resource "kubernetes_namespace_v1" "web" {
  metadata {
    name   = local.name
    labels = { environment = var.environment }
  }
}

output "service" {
  value = kubernetes_service_v1.web[*].metadata[0].name
}
