rule "azurerm-kusto-double-encryption" {
  summary     = "The cluster encrypts once"
  category    = "security"
  severity    = "info"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_75"] }

  resource "azurerm_kusto_cluster" {
    require = self.double_encryption_enabled == true
    message = "One mistake in a key opens the data."

    fix {
      set    = { double_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A second layer with another key keeps data closed when the first fails."
  help = "Set double_encryption_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kusto_cluster"]

  example "without double_encryption_enabled" {
    flagged = <<-TF
      resource "azurerm_kusto_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "double_encryption_enabled is true" {
    accepted = <<-TF
      resource "azurerm_kusto_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        double_encryption_enabled = true
      }
    TF
  }
}
