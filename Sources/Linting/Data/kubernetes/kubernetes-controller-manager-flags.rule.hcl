rule "kubernetes-controller-manager-flags" {
  summary  = "The controller manager shares credentials that should be separate"
  category = "kubernetes"
  severity = "medium"
  tags     = ["control-plane"]
  packs    = ["strict"]

  subject "kubernetes-control-plane" {
    where       = program == "kube-controller-manager"
    require     = contains(keys(flags), "terminated-pod-gc-threshold")
    message     = "12,500 finished pods are kept before the first is removed."
    equivalents = { trivy = ["KCV-0033"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-controller-manager"
    require     = lookup(flags, "use-service-account-credentials", "false") == "true"
    message     = "All controllers act with the rights of one account."
    equivalents = { trivy = ["KCV-0035"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-controller-manager"
    require     = contains(keys(flags), "service-account-private-key-file")
    message     = "Tokens of service accounts are not signed with a key of their own."
    equivalents = { trivy = ["KCV-0036"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-controller-manager"
    require     = contains(keys(flags), "root-ca-file")
    message     = "Pods get no certificate by which to verify the API server."
    equivalents = { trivy = ["KCV-0037"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-controller-manager"
    require     = !can(regex("RotateKubeletServerCertificate=false", lookup(flags, "feature-gates", "")))
    message     = "Certificates of kubelets are not renewed."
    equivalents = { trivy = ["KCV-0038"] }
  }

  why  = <<-TEXT
    One account for all controllers has the rights of all of them together. A key of its own lets tokens be replaced without touching
    the certificates of the server.
  TEXT
  help = <<-TEXT
    Set --use-service-account-credentials=true, --service-account-private-key-file, --root-ca-file and --terminated-pod-gc-threshold;
    leave certificate rotation on.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "one account" {
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
            command = [
              "kube-controller-manager",
              "--root-ca-file=/pki/ca.crt",
              "--service-account-private-key-file=/pki/sa.key",
              "--terminated-pod-gc-threshold=1000",
            ]
          }
        }
      }
    TF
  }

  example "an account each" {
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
            command = [
              "kube-controller-manager",
              "--root-ca-file=/pki/ca.crt",
              "--service-account-private-key-file=/pki/sa.key",
              "--terminated-pod-gc-threshold=1000",
              "--use-service-account-credentials=true",
            ]
          }
        }
      }
    TF
  }
}
