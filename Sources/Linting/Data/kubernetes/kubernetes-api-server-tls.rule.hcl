rule "kubernetes-api-server-tls" {
  summary  = "The API server does not secure its connections and its store"
  category = "kubernetes"
  severity = "high"
  tags     = ["control-plane", "encryption"]
  packs    = ["strict"]

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = lookup(flags, "kubelet-https", "true") != "false"
    message     = "Kubelets are called without TLS."
    equivalents = { trivy = ["KCV-0004"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(keys(flags), "kubelet-client-certificate") && contains(keys(flags), "kubelet-client-key")
    message     = "The server does not prove to kubelets who it is."
    equivalents = { trivy = ["KCV-0005"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(keys(flags), "kubelet-certificate-authority")
    message     = "The certificates of kubelets are not verified."
    equivalents = { trivy = ["KCV-0006"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = lookup(flags, "secure-port", "6443") != "0"
    message     = "The port with TLS is turned off."
    equivalents = { trivy = ["KCV-0017"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(keys(flags), "etcd-certfile") && contains(keys(flags), "etcd-keyfile")
    message     = "The server does not prove to etcd who it is."
    equivalents = { trivy = ["KCV-0026"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(keys(flags), "tls-cert-file") && contains(keys(flags), "tls-private-key-file")
    message     = "The server makes a certificate for itself that no client can verify."
    equivalents = { trivy = ["KCV-0027"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(keys(flags), "etcd-cafile")
    message     = "The certificate of etcd is not verified."
    equivalents = { trivy = ["KCV-0029"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(keys(flags), "encryption-provider-config")
    message     = "Secrets are stored in clear."
    equivalents = { trivy = ["KCV-0030"] }
  }

  why  = <<-TEXT
    Everything that the cluster knows passes through these connections, secrets included; who stands in between reads and changes it.
    Without an encryption configuration a copy of the store is a copy of all secrets.
  TEXT
  help = <<-TEXT
    Set the certificate flags for kubelets (--kubelet-…), for etcd (--etcd-…) and for the server (--tls-…), and
    --encryption-provider-config.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "kubelets are not verified" {
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
              "--tls-cert-file=/pki/api.crt",
              "--tls-private-key-file=/pki/api.key",
              "--etcd-cafile=/pki/etcd-ca.crt",
              "--etcd-certfile=/pki/etcd.crt",
              "--etcd-keyfile=/pki/etcd.key",
              "--encryption-provider-config=/etc/encryption.yaml",
            ]
          }
        }
      }
    TF
  }

  example "both sides verified" {
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
              "--tls-cert-file=/pki/api.crt",
              "--tls-private-key-file=/pki/api.key",
              "--etcd-cafile=/pki/etcd-ca.crt",
              "--etcd-certfile=/pki/etcd.crt",
              "--etcd-keyfile=/pki/etcd.key",
              "--kubelet-certificate-authority=/pki/ca.crt",
              "--kubelet-client-certificate=/pki/kubelet.crt",
              "--kubelet-client-key=/pki/kubelet.key",
              "--encryption-provider-config=/etc/encryption.yaml",
            ]
          }
        }
      }
    TF
  }
}
