rule "azurerm-aks-host-encryption" {
  summary     = "Caches and temporary disks of nodes are in clear"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_227"] }

  resource "azurerm_kubernetes_cluster" {
    require = any([for p in self.default_node_pool : try(p.host_encryption_enabled, null) == true || try(p.enable_host_encryption, null) == true])
    message = "Data at the host is not encrypted."
  }

  resource "azurerm_kubernetes_cluster_node_pool" {
    require = try(self.host_encryption_enabled, null) == true || try(self.enable_host_encryption, null) == true
    message = "Data at the host is not encrypted."
  }

  why  = "What a node caches lies on the host's disks."
  help = "Set host_encryption_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "in clear" {
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

  example "encrypted" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        default_node_pool {
          name    = "system"
          vm_size = "Standard_D4s_v5"
          host_encryption_enabled = true
        }
      }
    TF
  }
}
