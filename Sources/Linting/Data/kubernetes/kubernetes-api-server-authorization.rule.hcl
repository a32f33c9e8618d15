rule "kubernetes-api-server-authorization" {
  summary  = "The API server does not authorize by roles and nodes"
  category = "kubernetes"
  severity = "high"
  tags     = ["control-plane", "rbac"]
  packs    = ["strict"]

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = !contains(modes, "AlwaysAllow")
    message     = "Every request of a known caller is allowed."
    equivalents = { trivy = ["KCV-0007"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(modes, "Node")
    message     = "A kubelet may read what belongs to other nodes."
    equivalents = { trivy = ["KCV-0008"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(modes, "RBAC")
    message     = "Roles and bindings have no effect."
    equivalents = { trivy = ["KCV-0009"] }
  }

  why  = <<-TEXT
    Without --authorization-mode the server allows everything. Node keeps a kubelet to the objects of its own pods; RBAC is what roles
    and bindings are for.
  TEXT
  help = "Set --authorization-mode=Node,RBAC."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "everything allowed" {
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
            command = ["kube-apiserver", "--authorization-mode=AlwaysAllow"]
          }
        }
      }
    TF
  }

  example "nodes and roles" {
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
            command = ["kube-apiserver", "--authorization-mode=Node,RBAC"]
          }
        }
      }
    TF
  }
}
