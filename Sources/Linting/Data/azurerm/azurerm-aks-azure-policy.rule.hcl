rule "azurerm-aks-azure-policy" {
  summary     = "Azure Policy does not look into the cluster"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_116"], trivy = ["AZU-0066"] }

  resource "azurerm_kubernetes_cluster" {
    require = self.azure_policy_enabled == true || any([for a in try(self.addon_profile, []) : any([for p in a.azure_policy : p.enabled == true])])
    message = "Rules of the organisation do not hold in the cluster."
  }

  why  = "The add-on lets rules of the organisation hold for pods too."
  help = "Set azure_policy_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "without azure_policy_enabled" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "azure_policy_enabled is true" {
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
