rule "azurerm-cosmosdb-cmk" {
  summary     = "The database is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AZURE_100"] }

  resource "azurerm_cosmosdb_account" {
    require = self.key_vault_key_id != null
    message = "No key of your own protects the data."
  }

  why  = "Account, backups and change feed are encrypted with the one key: revoking it closes them together."
  help = "Name a key of your key vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_account"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_cosmosdb_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_cosmosdb_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        key_vault_key_id = "https://shop.vault.azure.net/keys/main/0123456789abcdef"
      }
    TF
  }
}
