rule "azurerm-aks-logging" {
  summary     = "The cluster writes no logs"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_4"], trivy = ["AZU-0040"] }

  resource "azurerm_kubernetes_cluster" {
    require = any([for o in try(self.oms_agent, []) : true]) || any([for a in try(self.addon_profile, []) : any([for o in a.oms_agent : o.enabled == true])])
    message = "Logs of containers are lost."
  }

  why  = "After a pod is gone nobody can say what it did."
  help = "Add oms_agent with a workspace."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "without oms_agent" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with oms_agent" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        oms_agent {
          log_analytics_workspace_id = "workspace"
        }
      }
    TF
  }
}
