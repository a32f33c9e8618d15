rule "azurerm-mysql-cmk" {
  summary     = "The MySQL server is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_AZURE_16"] }

  resource "azurerm_mysql_server" {
    require = length(related("azurerm_mysql_server_key", "server_id")) > 0
    message = "No key of your own protects the data."
  }

  why  = "Disabling the key closes server and backups in one step, for instance when a tenant leaves or a login is stolen."
  help = "Name a key of your key vault."

  example "without azurerm_mysql_server_key" {
    flagged = <<-TF
      resource "azurerm_mysql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with azurerm_mysql_server_key" {
    accepted = <<-TF
      resource "azurerm_mysql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_mysql_server_key" "shop" {
        server_id        = azurerm_mysql_server.shop.id
        key_vault_key_id = "https://shop.vault.azure.net/keys/main/0123456789abcdef"
      }
    TF
  }
}
