rule "azurerm-aks-node-pool-type" {
  summary     = "Nodes of the cluster are single machines"
  category    = "reliability"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_169"] }

  resource "azurerm_kubernetes_cluster" {
    require = !any([for p in self.default_node_pool : p.type == "AvailabilitySet"])
    message = "The pool cannot scale, and takes no zones."
  }

  why  = "Availability sets have no autoscaling and no zones."
  help = "Remove type, or set it to VirtualMachineScaleSets."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "type is AvailabilitySet" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        default_node_pool {
          name    = "system"
          vm_size = "Standard_D4s_v5"
          type    = "AvailabilitySet"
        }
      }
    TF
  }

  example "type is VirtualMachineScaleSets" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        default_node_pool {
          name    = "system"
          vm_size = "Standard_D4s_v5"
          type    = "VirtualMachineScaleSets"
        }
      }
    TF
  }
}
