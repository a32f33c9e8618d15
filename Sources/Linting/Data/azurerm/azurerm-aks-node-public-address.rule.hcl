rule "azurerm-aks-node-public-address" {
  summary     = "Nodes have public addresses"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  equivalents = { checkov = ["CKV_AZURE_143"] }

  resource "azurerm_kubernetes_cluster" {
    require = !any([for p in self.default_node_pool : try(p.node_public_ip_enabled, null) == true || try(p.enable_node_public_ip, null) == true])
    message = "Nodes can be reached from the internet."
  }

  why  = "Whatever listens on a node is one rule away from the internet."
  help = "Remove node_public_ip_enabled."

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
          node_public_ip_enabled = true
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
          node_count = 3
        }
      }
    TF
  }
}
