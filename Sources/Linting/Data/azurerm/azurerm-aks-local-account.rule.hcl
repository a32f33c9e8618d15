rule "azurerm-aks-local-account" {
  summary     = "The cluster has accounts of its own"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_141"] }

  resource "azurerm_kubernetes_cluster" {
    require = self.local_account_disabled == true
    message = "Local administrators get in without your directory."

    fix {
      set    = { local_account_disabled = true }
      safety = "unsafe"
    }
  }

  why  = "Local accounts have no second factor, and stay when somebody leaves."
  help = "Set local_account_disabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "without local_account_disabled" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "local_account_disabled is true" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        local_account_disabled = true
      }
    TF
  }
}
