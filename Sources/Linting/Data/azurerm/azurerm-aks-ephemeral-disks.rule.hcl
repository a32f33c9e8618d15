rule "azurerm-aks-ephemeral-disks" {
  summary     = "Nodes keep their system on disks that last"
  category    = "security"
  severity    = "info"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_226"] }

  resource "azurerm_kubernetes_cluster" {
    require = any([for p in self.default_node_pool : p.os_disk_type == "Ephemeral"])
    message = "Nodes start slowly, and pay for disks."
  }

  why  = "Ephemeral disks are faster and leave nothing behind."
  help = "Set os_disk_type = \"Ephemeral\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "os_disk_type is Managed" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        default_node_pool {
          name    = "system"
          vm_size = "Standard_D4s_v5"
          os_disk_type = "Managed"
        }
      }
    TF
  }

  example "os_disk_type is Ephemeral" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        default_node_pool {
          name    = "system"
          vm_size = "Standard_D4s_v5"
          os_disk_type = "Ephemeral"
        }
      }
    TF
  }
}
