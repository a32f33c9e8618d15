rule "azurerm-synapse-password" {
  summary     = "The administrator's password is in the configuration"
  category    = "secrets"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_239"] }

  resource "azurerm_synapse_workspace" {
    require = self.sql_administrator_login_password == null
    message = "The password is part of the state, and perhaps of the configuration."
  }

  why  = "Who reads the state logs in as the administrator."
  help = "Use identities of your directory, and leave the password out."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_workspace"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sql_administrator_login          = "admin"
        sql_administrator_login_password = "example"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        azuread_authentication_only = true
      }
    TF
  }
}
