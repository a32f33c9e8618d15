# One of each kind, in the ways in which people write them.

variable "team" {
  type    = string
  default = "platform"
}

variable "workers" {
  type    = set(string)
  default = ["mail", "reports"]
}

variable "ports" {
  type    = list(number)
  default = [80, 443]
}

locals {
  namespace = kubernetes_namespace.this.metadata[0].name
  labels    = { app = "demo", team = var.team }
}

resource "kubernetes_namespace" "this" {
  metadata {
    annotations = { "example.com/team" = var.team }
    name        = "demo"
  }
  timeouts {
    delete = "10m"
  }
}

resource "kubernetes_config_map" "settings" {
  metadata {
    name      = "settings"
    namespace = local.namespace
  }
  data        = { "app.json" = jsonencode({ team = var.team, debug = false }) }
  binary_data = { "logo.bin" = "AAECAw==" }
  immutable   = true
}

resource "kubernetes_secret" "plain" {
  metadata {
    name      = "plain"
    namespace = local.namespace
  }
  data        = { password = "correct horse", empty = "" }
  binary_data = { "key.bin" = "AAEC" }
}

resource "kubernetes_secret_v1" "registry" {
  metadata {
    generate_name = "registry-"
    namespace     = local.namespace
  }
  type = "kubernetes.io/dockerconfigjson"
  data = {
    ".dockerconfigjson" = jsonencode({ auths = { "registry.example.com" = { auth = base64encode("demo:demo") } } })
  }
}

resource "kubernetes_service_account" "this" {
  metadata {
    name      = "demo"
    namespace = local.namespace
  }
  image_pull_secret {
    name = "registry"
  }
  secret {
    name = kubernetes_secret.plain.metadata.0.name
  }
  automount_service_account_token = false
}

resource "kubernetes_service_account_v1" "worker" {
  for_each = var.workers
  metadata {
    name      = "worker-${each.key}"
    namespace = local.namespace
  }
}

resource "kubernetes_role" "reader" {
  metadata {
    name      = "reader"
    namespace = local.namespace
    labels    = local.labels
  }
  rule {
    api_groups     = [""]
    resources      = ["pods"]
    resource_names = ["demo"]
    verbs          = ["get", "list", "watch"]
  }
  rule {
    api_groups = ["apps"]
    resources  = ["deployments"]
    verbs      = ["get", "list"]
  }
}

resource "kubernetes_role_binding_v1" "reader" {
  metadata {
    name      = "reader"
    namespace = local.namespace
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = kubernetes_role.reader.metadata[0].name
  }
  dynamic "subject" {
    for_each = kubernetes_service_account_v1.worker
    content {
      kind      = "ServiceAccount"
      name      = subject.value.metadata[0].name
      namespace = local.namespace
    }
  }
  subject {
    kind      = "Group"
    name      = "system:masters"
    api_group = "rbac.authorization.k8s.io"
  }
}

resource "kubernetes_cluster_role_v1" "aggregate" {
  metadata {
    name = "aggregate"
  }
  aggregation_rule {
    cluster_role_selectors {
      match_labels = { "example.com/aggregate" = "true" }
      match_expressions {
        key      = "environment"
        operator = "In"
        values   = ["dev", "test"]
      }
    }
  }
}

resource "kubernetes_cluster_role" "metrics" {
  metadata {
    name = "metrics"
  }
  rule {
    non_resource_urls = ["/metrics"]
    verbs             = ["get"]
  }
}

resource "kubernetes_cluster_role_binding" "metrics" {
  metadata {
    name = "metrics"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = kubernetes_cluster_role.metrics.id
  }
  subject {
    kind = "ServiceAccount"
    name = kubernetes_service_account.this.metadata[0].name
  }
}

resource "kubernetes_deployment" "api" {
  metadata {
    name      = "api"
    namespace = local.namespace
  }
  spec {
    replicas = 3
    selector {
      match_labels = local.labels
    }
    template {
      metadata {
        labels = local.labels
      }
      spec {
        service_account_name = kubernetes_service_account.this.metadata[0].name
        node_selector        = { "kubernetes.io/os" = "linux" }
        priority_class_name  = "high"

        init_container {
          name    = "migrate"
          image   = "demo/migrate:1"
          command = ["migrate", "--up"]
        }
        container {
          name  = "api"
          image = "demo/api:1"
          dynamic "port" {
            for_each = var.ports
            content {
              container_port = port.value
              protocol       = "TCP"
            }
          }
          lifecycle {
            post_start {
              exec {
                command = ["/bin/warm"]
              }
            }
            pre_stop {
              http_get {
                path   = "/drain"
                port   = 80
                scheme = "HTTP"
              }
            }
          }
          startup_probe {
            tcp_socket {
              port = 80
            }
            failure_threshold = 30
          }
          env {
            name = "CPU"
            value_from {
              resource_field_ref {
                resource = "limits.cpu"
                divisor  = "1m"
              }
            }
          }
          env_from {
            prefix = "PLAIN_"
            secret_ref {
              name     = kubernetes_secret.plain.metadata[0].name
              optional = true
            }
          }
          volume_mount {
            name              = "tokens"
            mount_path        = "/var/run/tokens"
            mount_propagation = "None"
          }
        }
        volume {
          name = "tokens"
          projected {
            default_mode = "0400"
            sources {
              service_account_token {
                path               = "token"
                expiration_seconds = 3600
                audience           = "api"
              }
              config_map {
                name = kubernetes_config_map.settings.metadata[0].name
                items {
                  key  = "app.json"
                  path = "app.json"
                  mode = "0440"
                }
              }
              downward_api {
                items {
                  path = "labels"
                  field_ref {
                    field_path = "metadata.labels"
                  }
                }
              }
            }
          }
        }
        volume {
          name = "host"
          host_path {
            path = "/var/log"
            type = "Directory"
          }
        }
        volume {
          name = "secrets"
          csi {
            driver            = "secrets-store.csi.k8s.io"
            read_only         = true
            volume_attributes = { secretProviderClass = "demo" }
          }
        }
        toleration {
          key                = "spot"
          operator           = "Exists"
          effect             = "NoExecute"
          toleration_seconds = 60
        }
        affinity {
          node_affinity {
            required_during_scheduling_ignored_during_execution {
              node_selector_term {
                match_expressions {
                  key      = "kubernetes.io/arch"
                  operator = "In"
                  values   = ["amd64", "arm64"]
                }
              }
            }
          }
          pod_anti_affinity {
            preferred_during_scheduling_ignored_during_execution {
              weight = 100
              pod_affinity_term {
                topology_key = "kubernetes.io/hostname"
                label_selector {
                  match_labels = local.labels
                }
              }
            }
          }
        }
        image_pull_secrets {
          name = "registry"
        }
        host_aliases {
          ip        = "10.1.2.3"
          hostnames = ["database.local"]
        }
        dns_config {
          nameservers = ["1.1.1.1"]
          option {
            name  = "ndots"
            value = 2
          }
        }
        readiness_gate {
          condition_type = "example.com/ready"
        }
        security_context {
          supplemental_groups = [1000, 1001]
          seccomp_profile {
            type = "RuntimeDefault"
          }
          sysctl {
            name  = "net.core.somaxconn"
            value = "1024"
          }
        }
      }
    }
  }
}

resource "kubernetes_service" "api" {
  metadata {
    name      = "api"
    namespace = local.namespace
  }
  spec {
    type                        = "LoadBalancer"
    selector                    = local.labels
    cluster_ip                  = "None"
    load_balancer_source_ranges = ["10.0.0.0/8"]
    session_affinity            = "ClientIP"
    external_traffic_policy     = "Local"
    session_affinity_config {
      client_ip {
        timeout_seconds = 60
      }
    }
    dynamic "port" {
      for_each = var.ports
      content {
        name        = "port-${port.value}"
        port        = port.value
        target_port = port.value
      }
    }
  }
  wait_for_load_balancer = false
}

resource "kubernetes_ingress_v1" "api" {
  metadata {
    name        = "api"
    namespace   = local.namespace
    annotations = { "nginx.ingress.kubernetes.io/rewrite-target" = "/" }
  }
  spec {
    ingress_class_name = "nginx"
    tls {
      hosts       = ["api.example.com"]
      secret_name = "api-tls"
    }
    default_backend {
      service {
        name = kubernetes_service.api.metadata[0].name
        port {
          number = kubernetes_service.api.spec[0].port[0].port
        }
      }
    }
    rule {
      host = "api.example.com"
      http {
        path {
          path = "/v1"
          backend {
            service {
              name = kubernetes_service.api.metadata[0].name
              port {
                name = "port-80"
              }
            }
          }
        }
        path {
          path      = "/v2"
          path_type = "Prefix"
          backend {
            service {
              name = kubernetes_service.api.metadata[0].name
              port {
                number = 443
              }
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_ingress" "legacy" {
  metadata {
    name      = "legacy"
    namespace = local.namespace
  }
  spec {
    backend {
      service_name = "fallback"
      service_port = "http"
    }
    rule {
      http {
        path {
          path = "/old/*"
          backend {
            service_name = "old"
            service_port = 8080
          }
        }
      }
    }
  }
}

resource "kubernetes_job" "migrate" {
  metadata {
    name      = "migrate"
    namespace = local.namespace
  }
  spec {
    backoff_limit              = 4
    ttl_seconds_after_finished = "100"
    template {
      metadata {}
      spec {
        container {
          name  = "migrate"
          image = "demo/migrate:1"
        }
      }
    }
  }
  wait_for_completion = true
}

resource "kubernetes_cron_job_v1" "report" {
  metadata {
    name      = "report"
    namespace = local.namespace
  }
  spec {
    schedule                      = "*/5 * * * *"
    timezone                      = "Europe/Berlin"
    concurrency_policy            = "Replace"
    failed_jobs_history_limit     = 5
    successful_jobs_history_limit = 1
    suspend                       = false
    job_template {
      metadata {
        labels = local.labels
      }
      spec {
        backoff_limit = 2
        template {
          metadata {}
          spec {
            restart_policy = "OnFailure"
            container {
              name    = "report"
              image   = "demo/report:1"
              command = ["/bin/sh", "-c", "date; echo done"]
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_stateful_set" "database" {
  metadata {
    name      = "database"
    namespace = local.namespace
  }
  spec {
    service_name          = "database"
    replicas              = 3
    pod_management_policy = "Parallel"
    selector {
      match_labels = { app = "database" }
    }
    template {
      metadata {
        labels = { app = "database" }
      }
      spec {
        container {
          name  = "database"
          image = "postgres:17"
          volume_mount {
            name       = "data"
            mount_path = "/var/lib/postgresql/data"
          }
        }
      }
    }
    update_strategy {
      type = "RollingUpdate"
      rolling_update {
        partition = 1
      }
    }
    volume_claim_template {
      metadata {
        name = "data"
      }
      spec {
        access_modes       = ["ReadWriteOnce"]
        storage_class_name = "standard"
        resources {
          requests = { storage = "16Gi" }
        }
      }
    }
    persistent_volume_claim_retention_policy {
      when_deleted = "Retain"
      when_scaled  = "Delete"
    }
  }
}

resource "kubernetes_daemon_set_v1" "agent" {
  metadata {
    name      = "agent"
    namespace = local.namespace
  }
  spec {
    selector {
      match_labels = { app = "agent" }
    }
    strategy {
      type = "RollingUpdate"
      rolling_update {
        max_unavailable = "10%"
      }
    }
    template {
      metadata {
        labels = { app = "agent" }
      }
      spec {
        host_network = true
        host_pid     = true
        host_ipc     = false
        container {
          name  = "agent"
          image = "demo/agent:1"
          security_context {
            privileged = true
          }
        }
      }
    }
  }
}

resource "kubernetes_daemonset" "logs" {
  metadata {
    name      = "logs"
    namespace = local.namespace
  }
  spec {
    selector {
      match_labels = { app = "logs" }
    }
    template {
      metadata {
        labels = { app = "logs" }
      }
      spec {
        container {
          name  = "logs"
          image = "demo/logs:1"
        }
      }
    }
  }
}

resource "kubernetes_pod" "shell" {
  metadata {
    name      = "shell"
    namespace = local.namespace
  }
  spec {
    container {
      name  = "shell"
      image = "busybox"
      stdin = true
      tty   = true
    }
  }
}

resource "kubernetes_persistent_volume_claim" "shared" {
  metadata {
    name      = "shared"
    namespace = local.namespace
  }
  spec {
    access_modes = ["ReadWriteMany"]
    volume_name  = kubernetes_persistent_volume.shared.metadata[0].name
    resources {
      requests = { storage = "5Gi" }
      limits   = { storage = "10Gi" }
    }
  }
  wait_until_bound = false
}

resource "kubernetes_persistent_volume" "shared" {
  metadata {
    name = "shared"
  }
  spec {
    capacity                         = { storage = "10Gi" }
    access_modes                     = ["ReadWriteMany"]
    persistent_volume_reclaim_policy = "Retain"
    mount_options                    = ["nfsvers=4.1"]
    persistent_volume_source {
      nfs {
        path   = "/exports/shared"
        server = "nfs.example.com"
      }
    }
  }
}

resource "kubernetes_storage_class" "fast" {
  metadata {
    name = "fast"
  }
  storage_provisioner    = "kubernetes.io/gce-pd"
  reclaim_policy         = "Retain"
  parameters             = { type = "pd-ssd" }
  mount_options          = ["discard"]
  volume_binding_mode    = "WaitForFirstConsumer"
  allow_volume_expansion = true
  allowed_topologies {
    match_label_expressions {
      key    = "topology.kubernetes.io/zone"
      values = ["europe-west1-b", "europe-west1-c"]
    }
  }
}

resource "kubernetes_horizontal_pod_autoscaler" "simple" {
  metadata {
    name      = "simple"
    namespace = local.namespace
  }
  spec {
    min_replicas                      = 2
    max_replicas                      = 10
    target_cpu_utilization_percentage = 70
    scale_target_ref {
      api_version = "apps/v1"
      kind        = "Deployment"
      name        = kubernetes_deployment.api.metadata[0].name
    }
  }
}

resource "kubernetes_horizontal_pod_autoscaler_v2" "metrics" {
  metadata {
    name      = "metrics"
    namespace = local.namespace
  }
  spec {
    max_replicas = 20
    scale_target_ref {
      kind = "Deployment"
      name = "api"
    }
    metric {
      type = "Resource"
      resource {
        name = "memory"
        target {
          type          = "AverageValue"
          average_value = "500Mi"
        }
      }
    }
    metric {
      type = "External"
      external {
        metric {
          name = "queue_length"
          selector {
            match_labels = { queue = "mail" }
          }
        }
        target {
          type  = "Value"
          value = "30"
        }
      }
    }
    behavior {
      scale_down {
        stabilization_window_seconds = 300
        select_policy                = "Min"
        policy {
          period_seconds = 120
          type           = "Pods"
          value          = 1
        }
      }
    }
  }
}

resource "kubernetes_network_policy" "api" {
  metadata {
    name      = "api"
    namespace = local.namespace
  }
  spec {
    policy_types = ["Ingress", "Egress"]
    pod_selector {
      match_labels = local.labels
    }
    ingress {
      from {
        namespace_selector {
          match_labels = { name = "default" }
        }
      }
      from {
        ip_block {
          cidr   = "10.0.0.0/8"
          except = ["10.0.0.0/24"]
        }
      }
      ports {
        port     = "http"
        protocol = "TCP"
      }
      ports {
        port     = "8125"
        protocol = "UDP"
      }
    }
    egress {}
  }
}

resource "kubernetes_network_policy_v1" "deny" {
  metadata {
    name      = "deny"
    namespace = local.namespace
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress"]
  }
}

resource "kubernetes_pod_disruption_budget_v1" "api" {
  metadata {
    name      = "api"
    namespace = local.namespace
  }
  spec {
    max_unavailable = "20%"
    selector {
      match_labels = local.labels
    }
  }
}

resource "kubernetes_pod_disruption_budget" "database" {
  metadata {
    name      = "database"
    namespace = local.namespace
  }
  spec {
    min_available = 2
    selector {
      match_labels = { app = "database" }
    }
  }
}

resource "kubernetes_resource_quota" "this" {
  metadata {
    name      = "quota"
    namespace = local.namespace
  }
  spec {
    hard   = { pods = 10, "requests.cpu" = "4" }
    scopes = ["NotBestEffort"]
  }
}

resource "kubernetes_limit_range" "this" {
  metadata {
    name      = "limits"
    namespace = local.namespace
  }
  spec {
    limit {
      type    = "Container"
      default = { cpu = "50m", memory = "24M" }
      max     = { cpu = "2" }
    }
    limit {
      type = "PersistentVolumeClaim"
      min  = { storage = "24M" }
    }
  }
}

resource "kubernetes_priority_class" "high" {
  metadata {
    name = "high"
  }
  value          = 100000
  global_default = false
  description    = "Before others."
}

resource "kubernetes_manifest" "certificate" {
  manifest = {
    apiVersion = "cert-manager.io/v1"
    kind       = "Certificate"
    metadata = {
      name      = "api"
      namespace = local.namespace
    }
    spec = {
      secretName = "api-tls"
      duration   = null
      dnsNames   = ["api.example.com"]
      privateKey = { size = 4096, rotationPolicy = "Always" }
      isCA       = false
    }
  }
  wait {
    condition {
      type   = "Ready"
      status = "True"
    }
  }
}
