rule "azurerm-aks-network-plugin" {
  summary     = "Pods have no addresses of the network"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_29"] }

  resource "azurerm_kubernetes_cluster" {
    require = any([for n in self.network_profile : lower(n.network_plugin) == "azure"])
    message = "The cluster uses kubenet or none."
  }

  why  = "With the plugin azure, pods have addresses that rules of the network know."
  help = "Set network_plugin = \"azure\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "network_plugin is kubenet" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        network_profile {
          network_plugin = "kubenet"
        }
      }
    TF
  }

  example "network_plugin is azure" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        network_profile {
          network_plugin = "azure"
        }
      }
    TF
  }
}
