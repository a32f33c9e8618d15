rule "kubernetes-control-plane-bind-address" {
  summary  = "A program of the control plane listens beyond its host"
  category = "kubernetes"
  severity = "medium"
  tags     = ["control-plane", "network"]
  packs    = ["strict"]

  subject "kubernetes-control-plane" {
    where       = program == "kube-controller-manager"
    require     = lookup(flags, "bind-address", "0.0.0.0") == "127.0.0.1"
    message     = "The controller manager answers on every address."
    equivalents = { trivy = ["KCV-0039"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-scheduler"
    require     = lookup(flags, "bind-address", "0.0.0.0") == "127.0.0.1"
    message     = "The scheduler answers on every address."
    equivalents = { trivy = ["KCV-0041"] }
  }

  why  = <<-TEXT
    Metrics and health of these programs are meant for the host; open to the network they tell an attacker how the cluster works.
  TEXT
  help = "Set --bind-address=127.0.0.1."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "every address" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "controller_manager" {
        metadata {
          name      = "kube-controller-manager"
          namespace = "kube-system"
        }

        spec {
          container {
            name    = "kube-controller-manager"
            image   = "registry.k8s.io/kube-controller-manager:v1.33.1"
            command = ["kube-controller-manager", "--bind-address=0.0.0.0"]
          }
        }
      }
    TF
  }

  example "the host alone" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "controller_manager" {
        metadata {
          name      = "kube-controller-manager"
          namespace = "kube-system"
        }

        spec {
          container {
            name    = "kube-controller-manager"
            image   = "registry.k8s.io/kube-controller-manager:v1.33.1"
            command = ["kube-controller-manager", "--bind-address=127.0.0.1"]
          }
        }
      }
    TF
  }
}
