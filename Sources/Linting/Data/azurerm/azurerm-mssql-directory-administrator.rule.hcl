rule "azurerm-mssql-directory-administrator" {
  summary     = "The SQL server has no administrator of your directory"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_27"] }

  resource "azurerm_mssql_server" {
    require = any([for a in self.azuread_administrator : a.login_username != null])
    message = "Only a password makes an administrator."
  }

  why  = "Administrators of the directory have second factors and an end."
  help = "Add azuread_administrator."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server"]

  example "without azuread_administrator" {
    flagged = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with azuread_administrator" {
    accepted = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        azuread_administrator {
          login_username = "dba"
          object_id      = "00000000-0000-0000-0000-000000000000"
        }
      }
    TF
  }
}
