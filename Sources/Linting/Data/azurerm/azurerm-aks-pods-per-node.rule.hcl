rule "azurerm-aks-pods-per-node" {
  summary     = "Nodes take few pods"
  category    = "cost"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_168"] }

  resource "azurerm_kubernetes_cluster" {
    require = any([for p in self.default_node_pool : p.max_pods >= 50])
    message = "Nodes of the default pool take fewer than 50 pods."
  }

  resource "azurerm_kubernetes_cluster_node_pool" {
    require = self.max_pods >= 50
    message = "Nodes of the pool take fewer than 50 pods."
  }

  why  = "The number cannot be changed later: too small a one leaves nodes half empty."
  help = "Set max_pods to 50 or more."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "thirty" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        default_node_pool {
          name    = "system"
          vm_size = "Standard_D4s_v5"
          max_pods = 30
        }
      }
    TF
  }

  example "fifty" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        default_node_pool {
          name    = "system"
          vm_size = "Standard_D4s_v5"
          max_pods = 50
        }
      }
    TF
  }
}
