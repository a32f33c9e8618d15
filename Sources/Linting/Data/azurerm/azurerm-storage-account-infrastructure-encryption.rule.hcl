rule "azurerm-storage-account-infrastructure-encryption" {
  summary     = "The storage account is encrypted once only"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_256"], trivy = ["AZU-0061"] }

  resource "azurerm_storage_account" {
    require = self.infrastructure_encryption_enabled == true

    fix {
      set    = { infrastructure_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Rules for some data ask for a second layer of encryption under another key and algorithm."
  help = "Set infrastructure_encryption_enabled = true when the account is created."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "without infrastructure_encryption_enabled" {
    flagged = <<-TF
      resource "azurerm_storage_account" "data" {
        name                     = "exampledata"
        resource_group_name      = "example"
        location                 = "westeurope"
        account_tier             = "Standard"
        account_replication_type = "LRS"
      }
    TF
  }

  example "infrastructure_encryption_enabled is true" {
    accepted = <<-TF
      resource "azurerm_storage_account" "data" {
        name                              = "exampledata"
        resource_group_name               = "example"
        location                          = "westeurope"
        account_tier                      = "Standard"
        account_replication_type          = "LRS"
        infrastructure_encryption_enabled = true
      }
    TF
  }
}
