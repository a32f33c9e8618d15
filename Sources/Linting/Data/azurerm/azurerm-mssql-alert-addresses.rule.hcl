rule "azurerm-mssql-alert-addresses" {
  summary     = "Alarms of the SQL server reach nobody"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_26"], trivy = ["AZU-0018"] }

  resource "azurerm_mssql_server_security_alert_policy" {
    require = length(self.email_addresses) > 0
    message = "No address is told."
  }

  why  = "An alarm that nobody reads is none."
  help = "Set email_addresses."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_security_alert_policy"]

  example "without email_addresses" {
    flagged = <<-TF
      resource "azurerm_mssql_server_security_alert_policy" "shop" {
        resource_group_name = "shop"
        server_name         = "shop"
        state               = "Enabled"
      }
    TF
  }

  example "email_addresses is security@example.com" {
    accepted = <<-TF
      resource "azurerm_mssql_server_security_alert_policy" "shop" {
        resource_group_name = "shop"
        server_name         = "shop"
        state               = "Enabled"
        email_addresses     = ["security@example.com"]
      }
    TF
  }
}
