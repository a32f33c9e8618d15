rule "azurerm-sql-directory-administrator" {
  summary     = "The SQL server has no administrator of your directory"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_7"] }

  resource "azurerm_sql_server" {
    require = length(related("azurerm_sql_active_directory_administrator", "server_name")) > 0
    message = "Only a password makes an administrator."
  }

  why  = "Administrators of the directory have second factors and an end."
  help = "Add azurerm_sql_active_directory_administrator."

  example "without azurerm_sql_active_directory_administrator" {
    flagged = <<-TF
      resource "azurerm_sql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with azurerm_sql_active_directory_administrator" {
    accepted = <<-TF
      resource "azurerm_sql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_sql_active_directory_administrator" "shop" {
        server_name         = azurerm_sql_server.shop.name
        resource_group_name = "shop"
        login               = "dba"
        tenant_id           = "00000000-0000-0000-0000-000000000000"
        object_id           = "00000000-0000-0000-0000-000000000000"
      }
    TF
  }
}
