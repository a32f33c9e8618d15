rule "azurerm-aks-rbac" {
  summary     = "Rights in the cluster are not checked"
  category    = "security"
  severity    = "high"
  tags        = ["iam"]
  equivalents = { checkov = ["CKV_AZURE_5"], trivy = ["AZU-0042"] }

  resource "azurerm_kubernetes_cluster" {
    require = self.role_based_access_control_enabled != false && !any([for r in try(self.role_based_access_control, []) : r.enabled == false])
    message = "Everybody who gets in may do everything."
  }

  why  = "Without roles every account is an administrator."
  help = "Remove role_based_access_control_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "role_based_access_control_enabled is false" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        role_based_access_control_enabled = false
      }
    TF
  }

  example "role_based_access_control_enabled is true" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        role_based_access_control_enabled = true
      }
    TF
  }
}
