rule "azurerm-mssql-scan-administrators" {
  summary     = "Reports of scans do not reach administrators"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_5"] }

  resource "azurerm_mssql_server_vulnerability_assessment" {
    require = any([for s in self.recurring_scans : s.email_subscription_admins == true])
    message = "Administrators are not told."
  }

  why  = "Those who can act should hear first."
  help = "Set email_subscription_admins = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_vulnerability_assessment"]

  example "without email_subscription_admins" {
    flagged = <<-TF
      resource "azurerm_mssql_server_vulnerability_assessment" "shop" {
        server_security_alert_policy_id = "policy"
        storage_container_path          = "https://shop.blob.core.windows.net/scans/"

        recurring_scans {
          enabled = true
        }
      }
    TF
  }

  example "email_subscription_admins is true" {
    accepted = <<-TF
      resource "azurerm_mssql_server_vulnerability_assessment" "shop" {
        server_security_alert_policy_id = "policy"
        storage_container_path          = "https://shop.blob.core.windows.net/scans/"

        recurring_scans {
          enabled                   = true
          email_subscription_admins = true
        }
      }
    TF
  }
}
