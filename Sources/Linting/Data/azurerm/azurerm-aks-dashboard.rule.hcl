rule "azurerm-aks-dashboard" {
  summary     = "The old dashboard runs in the cluster"
  category    = "security"
  severity    = "medium"
  tags        = ["kubernetes"]
  equivalents = { checkov = ["CKV_AZURE_8"] }

  resource "azurerm_kubernetes_cluster" {
    require = !any([for a in try(self.addon_profile, []) : any([for d in a.kube_dashboard : d.enabled == true])])
    message = "The dashboard has wide rights and no maintenance."
  }

  why  = "The old dashboard runs with rights that its visitors get."
  help = "Remove kube_dashboard."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        addon_profile {
          kube_dashboard {
            enabled = true
          }
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
        azure_policy_enabled = true
      }
    TF
  }
}
