rule "kubernetes-etcd-tls" {
  summary  = "etcd does not secure its connections"
  category = "kubernetes"
  severity = "high"
  tags     = ["control-plane", "encryption"]
  packs    = ["strict"]

  subject "kubernetes-control-plane" {
    where       = program == "etcd"
    require     = contains(keys(flags), "cert-file") && contains(keys(flags), "key-file")
    message     = "Clients talk to etcd in clear."
    equivalents = { trivy = ["KCV-0042"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "etcd"
    require     = lookup(flags, "client-cert-auth", "false") == "true"
    message     = "Clients need no certificate."
    equivalents = { trivy = ["KCV-0043"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "etcd"
    require     = lookup(flags, "auto-tls", "false") != "true"
    message     = "etcd makes certificates for itself, which nobody can verify."
    equivalents = { trivy = ["KCV-0044"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "etcd"
    require     = contains(keys(flags), "peer-cert-file") && contains(keys(flags), "peer-key-file")
    message     = "Members talk to each other in clear."
    equivalents = { trivy = ["KCV-0045"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "etcd"
    require     = lookup(flags, "peer-client-cert-auth", "false") == "true"
    message     = "A member needs no certificate."
    equivalents = { trivy = ["KCV-0046"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "etcd"
    require     = lookup(flags, "peer-auto-tls", "false") != "true"
    message     = "Members make certificates for themselves, which nobody can verify."
    equivalents = { trivy = ["KCV-0047"] }
  }

  why  = <<-TEXT
    etcd holds the whole state of the cluster, secrets included, and has no rights of its own beyond certificates: who reaches it owns
    the cluster.
  TEXT
  help = <<-TEXT
    Set --cert-file, --key-file and --client-cert-auth=true, the same with --peer- in front for the members, and leave out --auto-tls
    and --peer-auto-tls.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "clients without a certificate" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "etcd" {
        metadata {
          name      = "etcd"
          namespace = "kube-system"
        }

        spec {
          container {
            name    = "etcd"
            image   = "registry.k8s.io/etcd:v1.33.1"
            command = [
              "etcd",
              "--cert-file=/pki/server.crt",
              "--key-file=/pki/server.key",
              "--peer-cert-file=/pki/peer.crt",
              "--peer-key-file=/pki/peer.key",
              "--peer-client-cert-auth=true",
            ]
          }
        }
      }
    TF
  }

  example "certificates on both sides" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "etcd" {
        metadata {
          name      = "etcd"
          namespace = "kube-system"
        }

        spec {
          container {
            name    = "etcd"
            image   = "registry.k8s.io/etcd:v1.33.1"
            command = [
              "etcd",
              "--cert-file=/pki/server.crt",
              "--key-file=/pki/server.key",
              "--client-cert-auth=true",
              "--peer-cert-file=/pki/peer.crt",
              "--peer-key-file=/pki/peer.key",
              "--peer-client-cert-auth=true",
            ]
          }
        }
      }
    TF
  }
}
