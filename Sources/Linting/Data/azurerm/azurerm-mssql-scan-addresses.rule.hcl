rule "azurerm-mssql-scan-addresses" {
  summary     = "Reports of scans reach nobody"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_4"] }

  resource "azurerm_mssql_server_vulnerability_assessment" {
    require = any([for s in self.recurring_scans : length(s.emails) > 0])
    message = "No address is told."
  }

  why  = "A report that nobody reads is none."
  help = "Set emails in recurring_scans."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_vulnerability_assessment"]

  example "without emails" {
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

  example "emails is security@example.com" {
    accepted = <<-TF
      resource "azurerm_mssql_server_vulnerability_assessment" "shop" {
        server_security_alert_policy_id = "policy"
        storage_container_path          = "https://shop.blob.core.windows.net/scans/"

        recurring_scans {
          enabled = true
          emails  = ["security@example.com"]
        }
      }
    TF
  }
}
