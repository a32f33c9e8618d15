rule "azurerm-storage-account-shared-key" {
  summary     = "Keys open the account beside identities"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_40"] }

  resource "azurerm_storage_account" {
    require = self.shared_access_key_enabled == false
    message = "Whoever has a key reads and writes everything."

    fix {
      set    = { shared_access_key_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "Keys open the whole account, without a name and without an end."
  help = "Set shared_access_key_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "shared_access_key_enabled is true" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        shared_access_key_enabled = true
      }
    TF
  }

  example "shared_access_key_enabled is false" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        shared_access_key_enabled = false
      }
    TF
  }
}
