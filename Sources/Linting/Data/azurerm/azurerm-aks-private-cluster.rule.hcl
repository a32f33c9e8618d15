rule "azurerm-aks-private-cluster" {
  summary     = "The control plane can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_115"], trivy = ["AZU-0065"] }

  resource "azurerm_kubernetes_cluster" {
    require = self.private_cluster_enabled == true
    message = "The API server has a public address."

    fix {
      set    = { private_cluster_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A hole in the API server, or a stolen credential, is used from anywhere."
  help = "Set private_cluster_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "without private_cluster_enabled" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "private_cluster_enabled is true" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        private_cluster_enabled = true
      }
    TF
  }
}
