rule "digitalocean-kubernetes-upgrades" {
  summary  = "The cluster is not kept current"
  category = "reliability"
  severity = "medium"
  packs    = ["strict"]

  resource "digitalocean_kubernetes_cluster" {
    require     = self.auto_upgrade == true
    message     = "Patch releases have to be installed by hand."
    equivalents = { trivy = ["DIG-0008"] }

    fix {
      set    = { auto_upgrade = true }
      safety = "unsafe"
    }
  }

  resource "digitalocean_kubernetes_cluster" {
    require     = self.surge_upgrade != false
    message     = "Nodes are taken away before their successors are there."
    equivalents = { trivy = ["DIG-0005"] }

    fix {
      set    = { surge_upgrade = true }
      safety = "unsafe"
    }
  }

  why  = <<-TEXT
    Patch releases close holes of the API server and the kubelet. With surge upgrades new nodes stand before the old ones go, so that an
    upgrade is not an outage.
  TEXT
  help = "Set auto_upgrade = true with a maintenance_policy, and leave surge_upgrade on."

  references = ["https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/kubernetes_cluster"]

  example "by hand" {
    flagged = <<-TF
      resource "digitalocean_kubernetes_cluster" "shop" {
        name    = "shop"
        region  = "fra1"
        version = "1.33.1-do.0"

        node_pool {
          name       = "default"
          size       = "s-2vcpu-2gb"
          node_count = 3
        }
      }
    TF
  }

  example "by itself" {
    accepted = <<-TF
      resource "digitalocean_kubernetes_cluster" "shop" {
        name          = "shop"
        region        = "fra1"
        version       = "1.33.1-do.0"
        auto_upgrade  = true
        surge_upgrade = true

        node_pool {
          name       = "default"
          size       = "s-2vcpu-2gb"
          node_count = 3
        }
      }
    TF
  }
}
