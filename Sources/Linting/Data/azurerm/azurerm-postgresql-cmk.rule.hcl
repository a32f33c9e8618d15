rule "azurerm-postgresql-cmk" {
  summary     = "The PostgreSQL server is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_AZURE_17"] }

  resource "azurerm_postgresql_server" {
    require = length(related("azurerm_postgresql_server_key", "server_id")) > 0
    message = "No key of your own protects the data."
  }

  why  = "Whoever may disable the key ends all access to the database at once, backups included, without waiting for anybody at Azure."
  help = "Name a key of your key vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server"]

  example "without azurerm_postgresql_server_key" {
    flagged = <<-TF
      resource "azurerm_postgresql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with azurerm_postgresql_server_key" {
    accepted = <<-TF
      resource "azurerm_postgresql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_postgresql_server_key" "shop" {
        server_id        = azurerm_postgresql_server.shop.id
        key_vault_key_id = "https://shop.vault.azure.net/keys/main/0123456789abcdef"
      }
    TF
  }
}
