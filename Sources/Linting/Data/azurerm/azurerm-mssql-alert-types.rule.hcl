rule "azurerm-mssql-alert-types" {
  summary     = "Some kinds of attacks raise no alarm"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_25"], trivy = ["AZU-0028"] }

  resource "azurerm_mssql_server_security_alert_policy" {
    require = length(self.disabled_alerts) == 0 && self.state == "Enabled"
    message = "Alarms are switched off."
  }

  why  = "What is switched off is what nobody sees."
  help = "Remove disabled_alerts."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_security_alert_policy"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_mssql_server_security_alert_policy" "shop" {
        resource_group_name = "shop"
        server_name         = "shop"
        state               = "Enabled"
        disabled_alerts     = ["Sql_Injection"]
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_mssql_server_security_alert_policy" "shop" {
        resource_group_name = "shop"
        server_name         = "shop"
        state               = "Enabled"
        email_account_admins = true
      }
    TF
  }
}
