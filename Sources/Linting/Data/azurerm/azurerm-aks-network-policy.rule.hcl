rule "azurerm-aks-network-policy" {
  summary     = "Pods of the cluster may talk to all others"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_7"], trivy = ["AZU-0043"] }

  resource "azurerm_kubernetes_cluster" {
    require = any([for n in self.network_profile : n.network_policy != null])
    message = "Network policies have no effect in the cluster."
  }

  why  = "A pod that was taken over reaches all others; policies that are written do nothing."
  help = "Set network_policy in network_profile."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "without network_policy" {
    flagged = <<-TF
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

  example "network_policy is cilium" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        network_profile {
          network_plugin = "azure"
          network_policy = "cilium"
        }
      }
    TF
  }
}
