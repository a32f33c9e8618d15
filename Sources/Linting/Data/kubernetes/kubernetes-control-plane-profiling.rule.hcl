rule "kubernetes-control-plane-profiling" {
  summary  = "A program of the control plane serves its profile"
  category = "kubernetes"
  severity = "low"
  tags     = ["control-plane"]
  packs    = ["strict"]

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = lookup(flags, "profiling", "true") == "false"
    message     = "The API server serves its profile."
    equivalents = { trivy = ["KCV-0018"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-controller-manager"
    require     = lookup(flags, "profiling", "true") == "false"
    message     = "The controller manager serves its profile."
    equivalents = { trivy = ["KCV-0034"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-scheduler"
    require     = lookup(flags, "profiling", "true") == "false"
    message     = "The scheduler serves its profile."
    equivalents = { trivy = ["KCV-0040"] }
  }

  why  = <<-TEXT
    Profiles show what the program works on and slow it down while they are taken. They are on unless they are turned off.
  TEXT
  help = "Set --profiling=false, and true only while something is looked for."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "on by default" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "scheduler" {
        metadata {
          name      = "kube-scheduler"
          namespace = "kube-system"
        }

        spec {
          container {
            name    = "kube-scheduler"
            image   = "registry.k8s.io/kube-scheduler:v1.33.1"
            command = ["kube-scheduler", "--bind-address=127.0.0.1"]
          }
        }
      }
    TF
  }

  example "off" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "scheduler" {
        metadata {
          name      = "kube-scheduler"
          namespace = "kube-system"
        }

        spec {
          container {
            name    = "kube-scheduler"
            image   = "registry.k8s.io/kube-scheduler:v1.33.1"
            command = ["kube-scheduler", "--bind-address=127.0.0.1", "--profiling=false"]
          }
        }
      }
    TF
  }
}
