rule "azurerm-aks-system-pool" {
  summary     = "Programs run among the pods of the system"
  category    = "reliability"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_232"] }

  resource "azurerm_kubernetes_cluster" {
    require = any([for p in self.default_node_pool : p.only_critical_addons_enabled == true])
    message = "A program that takes everything takes the cluster with it."
  }

  why  = "A pool of its own keeps the pods of the system alive."
  help = "Set only_critical_addons_enabled = true, and add a pool for programs."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        default_node_pool {
          name    = "system"
          vm_size = "Standard_D4s_v5"
          node_count = 3
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        default_node_pool {
          name    = "system"
          vm_size = "Standard_D4s_v5"
          only_critical_addons_enabled = true
        }
      }
    TF
  }
}
