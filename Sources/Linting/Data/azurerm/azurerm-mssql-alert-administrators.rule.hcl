rule "azurerm-mssql-alert-administrators" {
  summary     = "Alarms of the SQL server do not reach its administrators"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_27"], trivy = ["AZU-0023"] }

  resource "azurerm_mssql_server_security_alert_policy" {
    require = self.email_account_admins == true
    message = "Administrators are not told."

    fix {
      set    = { email_account_admins = true }
      safety = "unsafe"
    }
  }

  why  = "Those who can act should hear first."
  help = "Set email_account_admins = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_security_alert_policy"]

  example "without email_account_admins" {
    flagged = <<-TF
      resource "azurerm_mssql_server_security_alert_policy" "shop" {
        resource_group_name = "shop"
        server_name         = "shop"
        state               = "Enabled"
      }
    TF
  }

  example "email_account_admins is true" {
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
