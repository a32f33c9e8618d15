rule "kubernetes-tiller" {
  summary  = "Tiller runs in the cluster"
  category = "kubernetes"
  severity = "high"
  tags     = ["hardening"]

  subject "kubernetes-container" {
    require     = each.value.image == null || !strcontains(each.value.image, "tiller")
    message     = "Tiller obeys everyone in the cluster."
    equivalents = { checkov = ["CKV_K8S_34"], trivy = ["KSV-0102"] }
  }

  resource "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_pod" "kubernetes_pod_v1" {
    require     = !any([for m in self.metadata : m.labels["app"] == "helm" || m.labels["name"] == "tiller" || m.name == "tiller-deploy"])
    message     = "Tiller obeys everyone in the cluster."
    equivalents = { checkov = ["CKV_K8S_34"], trivy = ["KSV-0102"] }
  }

  resource "kubernetes_deployment" "kubernetes_deployment_v1" {
    require     = !any([for m in self.spec.template.metadata : m.labels["app"] == "helm" || m.labels["name"] == "tiller"])
    message     = "Tiller obeys everyone in the cluster."
    equivalents = { checkov = ["CKV_K8S_34"], trivy = ["KSV-0102"] }
  }

  resource "kubernetes_service" "kubernetes_service_v1" {
    require     = !any([for m in self.metadata : m.labels["name"] == "tiller" || m.name == "tiller-deploy"]) && !any([for s in self.spec : s.selector["name"] == "tiller"])
    message     = "The service leads to Tiller."
    equivalents = { checkov = ["CKV_K8S_44"] }
  }

  why  = "Tiller, the server part of Helm 2, runs with the rights of an administrator and takes orders from every pod. It has had no updates since 2020."
  help = "Remove it: Helm 3 needs no server part."

  references = ["https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1"]

  example "the server" {
    flagged = <<-TF
      resource "kubernetes_pod_v1" "tiller" {
        metadata {
          name = "tiller"
        }

        spec {
          container {
            name  = "tiller"
            image = "registry.example.com/tiller:v2.16.9"
          }
        }
      }
    TF
  }

  example "a program" {
    accepted = <<-TF
      resource "kubernetes_pod_v1" "web" {
        metadata {
          name = "web"
        }

        spec {
          container {
            name  = "web"
            image = "registry.example.com/web:1.4.2"
          }
        }
      }
    TF
  }
}
