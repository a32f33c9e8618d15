rule "kubernetes-api-server-admission" {
  summary  = "Admission plugins that guard the cluster are missing"
  category = "kubernetes"
  severity = "medium"
  tags     = ["control-plane"]
  packs    = ["strict"]

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = !contains(plugins, "AlwaysAdmit")
    message     = "AlwaysAdmit lets every object in."
    equivalents = { trivy = ["KCV-0011"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(plugins, "DenyServiceExternalIPs")
    message     = "Services may claim addresses outside of the cluster."
    equivalents = { trivy = ["KCV-0003"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(plugins, "EventRateLimit")
    message     = "Events may flood the store."
    equivalents = { trivy = ["KCV-0010"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(plugins, "AlwaysPullImages")
    message     = "An image that a node has is used without asking the registry who may pull it."
    equivalents = { trivy = ["KCV-0012"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(plugins, "PodSecurityPolicy") || contains(plugins, "SecurityContextDeny") || !contains(split(",", lookup(flags, "disable-admission-plugins", "")), "PodSecurity")
    message     = "Nothing holds pods to a level of security."
    equivalents = { trivy = ["KCV-0013"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = !contains(split(",", lookup(flags, "disable-admission-plugins", "")), "ServiceAccount")
    message     = "The plugin ServiceAccount is turned off."
    equivalents = { trivy = ["KCV-0014"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = !contains(split(",", lookup(flags, "disable-admission-plugins", "")), "NamespaceLifecycle")
    message     = "The plugin NamespaceLifecycle is turned off."
    equivalents = { trivy = ["KCV-0015"] }
  }

  subject "kubernetes-control-plane" {
    where       = program == "kube-apiserver"
    require     = contains(plugins, "NodeRestriction")
    message     = "A kubelet may change the labels of its node and the pods of others."
    equivalents = { trivy = ["KCV-0016"] }
  }

  why  = <<-TEXT
    Admission is the last look at an object before it is stored. ServiceAccount, NamespaceLifecycle and PodSecurity are on by default,
    the others have to be named.
  TEXT
  help = <<-TEXT
    Name NodeRestriction, AlwaysPullImages, EventRateLimit and DenyServiceExternalIPs in --enable-admission-plugins, and disable none of
    the default ones.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "defaults turned off" {
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
              "--enable-admission-plugins=NodeRestriction",
              "--disable-admission-plugins=ServiceAccount",
            ]
          }
        }
      }
    TF
  }

  example "all of them" {
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
              "--enable-admission-plugins=NodeRestriction,AlwaysPullImages,EventRateLimit,DenyServiceExternalIPs",
            ]
          }
        }
      }
    TF
  }
}
