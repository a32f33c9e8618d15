rule "azurerm-mssql-audit" {
  summary     = "The SQL server keeps no audit log"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_23"], trivy = ["AZU-0027"] }

  resource "azurerm_mssql_server" "azurerm_sql_server" {
    require = any([for p in try(self.extended_auditing_policy, []) : true]) || length(related("azurerm_mssql_server_extended_auditing_policy", "server_id")) > 0
    message = "Who did what cannot be told."
  }

  why  = "After an incident the audit log says who read what."
  help = "Add azurerm_mssql_server_extended_auditing_policy."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server"]

  example "without azurerm_mssql_server_extended_auditing_policy" {
    flagged = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with azurerm_mssql_server_extended_auditing_policy" {
    accepted = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }

      resource "azurerm_mssql_server_extended_auditing_policy" "shop" {
        server_id         = azurerm_mssql_server.shop.id
        retention_in_days = 120
      }
    TF
  }
}
