rule "kubernetes-api-server-authentication" {
  summary  = "The API server lets callers in without a check that can be taken back"
  category = "kubernetes"
  severity = "high"
  tags     = ["control-plane"]
  packs    = ["strict"]

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = lookup(flags, "anonymous-auth", "true") == "false"
    message     = "Requests without credentials are served as system:anonymous."
    equivalents = { trivy = ["KCV-0001"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = !contains(keys(flags), "token-auth-file")
    message     = "Tokens stand in a file, in clear and without an end."
    equivalents = { trivy = ["KCV-0002"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = lookup(flags, "service-account-lookup", "true") != "false"
    message     = "Tokens of service accounts that are gone are still accepted."
    equivalents = { trivy = ["KCV-0024"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(keys(flags), "service-account-key-file")
    message     = "Tokens of service accounts are verified with the key of the server itself."
    equivalents = { trivy = ["KCV-0025"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(keys(flags), "client-ca-file")
    message     = "Callers cannot prove who they are by a certificate."
    equivalents = { trivy = ["KCV-0028"] }
  }

  why  = <<-TEXT
    What is not authenticated cannot be held to any role. Static tokens never expire, and a token whose service account is deleted
    should end with it.
  TEXT
  help = <<-TEXT
    Set --anonymous-auth=false, --client-ca-file and --service-account-key-file, and leave out --token-auth-file and
    --service-account-lookup=false.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "tokens in a file" {
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
              "--anonymous-auth=false",
              "--client-ca-file=/pki/ca.crt",
              "--service-account-key-file=/pki/sa.pub",
              "--token-auth-file=/etc/tokens.csv",
            ]
          }
        }
      }
    TF
  }

  example "certificates" {
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
              "--anonymous-auth=false",
              "--client-ca-file=/pki/ca.crt",
              "--service-account-key-file=/pki/sa.pub",
            ]
          }
        }
      }
    TF
  }
}
