rule "kubernetes-api-server-audit" {
  summary  = "The API server keeps no audit log that lasts"
  category = "kubernetes"
  severity = "low"
  tags     = ["control-plane", "logging"]
  packs    = ["strict"]

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(keys(flags), "audit-log-path")
    message     = "No audit log is written."
    equivalents = { trivy = ["KCV-0019"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = try(tonumber(lookup(flags, "audit-log-maxage", "0")) >= 30, true)
    message     = "Audit logs are kept for less than 30 days."
    equivalents = { trivy = ["KCV-0020"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = try(tonumber(lookup(flags, "audit-log-maxbackup", "0")) >= 10, true)
    message     = "Fewer than 10 audit logs are kept."
    equivalents = { trivy = ["KCV-0021"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = try(tonumber(lookup(flags, "audit-log-maxsize", "0")) >= 100, true)
    message     = "Audit logs are cut before they have 100 MB."
    equivalents = { trivy = ["KCV-0022"] }
  }

  why  = <<-TEXT
    Only the audit log tells who read a secret or changed a role. A log that is overwritten within days is gone when it is asked for.
  TEXT
  help = "Set --audit-log-path, --audit-log-maxage=30, --audit-log-maxbackup=10 and --audit-log-maxsize=100, or more."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "a week" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "apiserver" {
        metadata {
          name      = "kube-apiserver"
          namespace = "kube-system"
        }

        spec {
          container {
            name    = "kube-apiserver"
            image   = "registry.k8s.io/kube-apiserver:v1.33.1"
            command = [
              "kube-apiserver",
              "--audit-log-path=/var/log/audit.log",
              "--audit-log-maxage=7",
              "--audit-log-maxbackup=10",
              "--audit-log-maxsize=100",
            ]
          }
        }
      }
    TF
  }

  example "a month" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "apiserver" {
        metadata {
          name      = "kube-apiserver"
          namespace = "kube-system"
        }

        spec {
          container {
            name    = "kube-apiserver"
            image   = "registry.k8s.io/kube-apiserver:v1.33.1"
            command = [
              "kube-apiserver",
              "--audit-log-path=/var/log/audit.log",
              "--audit-log-maxage=30",
              "--audit-log-maxbackup=10",
              "--audit-log-maxsize=100",
            ]
          }
        }
      }
    TF
  }
}
