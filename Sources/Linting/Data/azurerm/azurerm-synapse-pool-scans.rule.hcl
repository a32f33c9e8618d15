rule "azurerm-synapse-pool-scans" {
  summary     = "The pool is not scanned regularly"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_52"] }

  resource "azurerm_synapse_sql_pool_security_alert_policy" {
    require = any([for v in related("azurerm_synapse_sql_pool_vulnerability_assessment", "sql_pool_security_alert_policy_id") : any([for s in v.recurring_scans : s.enabled == true])])
    message = "Mistakes in settings are not found."
  }

  why  = "Settings drift: a scan every week finds what has changed."
  help = "Add azurerm_synapse_sql_pool_vulnerability_assessment with recurring_scans."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_sql_pool_security_alert_policy"]

  example "none" {
    flagged = <<-TF
      resource "azurerm_synapse_sql_pool_security_alert_policy" "shop" {
        sql_pool_id  = "pool"
        policy_state = "Enabled"
      }
    TF
  }

  example "weekly" {
    accepted = <<-TF
      resource "azurerm_synapse_sql_pool_security_alert_policy" "shop" {
        sql_pool_id  = "pool"
        policy_state = "Enabled"
      }

      resource "azurerm_synapse_sql_pool_vulnerability_assessment" "shop" {
        sql_pool_security_alert_policy_id = azurerm_synapse_sql_pool_security_alert_policy.shop.id
        storage_container_path            = "https://shop.blob.core.windows.net/scans/"

        recurring_scans {
          enabled = true
        }
      }
    TF
  }
}
