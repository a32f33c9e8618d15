rule "azurerm-batch-account-key-vault" {
  summary     = "The batch account uses no key vault of yours"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AZURE_76"] }

  resource "azurerm_batch_account" {
    require = any([for k in self.key_vault_reference : k.id != null])
    message = "Its keys lie with the provider."
  }

  why  = "With a vault of your own, access can be logged and ended."
  help = "Add key_vault_reference."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/batch_account"]

  example "without key_vault_reference" {
    flagged = <<-TF
      resource "azurerm_batch_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with key_vault_reference" {
    accepted = <<-TF
      resource "azurerm_batch_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        key_vault_reference {
          id  = "vault"
          url = "https://shop.vault.azure.net/"
        }
      }
    TF
  }
}
