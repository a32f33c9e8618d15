rule "azurerm-storage-account-cmk" {
  summary     = "The account is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_AZURE_1"], trivy = ["AZU-0060"] }

  resource "azurerm_storage_account" {
    require = length(related("azurerm_storage_account_customer_managed_key", "storage_account_id")) > 0 || any([for k in self.customer_managed_key : k.key_vault_key_id != null])
    message = "No key of your own protects the data."
  }

  why  = "Each use of the key is logged in your vault, and revoking it closes blobs, files, queues and tables together."
  help = "Name a key of your key vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "without customer_managed_key" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with customer_managed_key" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        customer_managed_key {
          key_vault_key_id          = "https://shop.vault.azure.net/keys/main/0123456789abcdef"
          user_assigned_identity_id = "identity"
        }
      }
    TF
  }
}
