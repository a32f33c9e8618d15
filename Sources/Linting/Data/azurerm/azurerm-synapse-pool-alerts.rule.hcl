rule "azurerm-synapse-pool-alerts" {
  summary     = "Attacks on the pool raise no alarm"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_51"] }

  resource "azurerm_synapse_sql_pool" {
    require = any([for p in related("azurerm_synapse_sql_pool_security_alert_policy", "sql_pool_id") : p.policy_state == "Enabled"])
    message = "Nothing looks for attacks."
  }

  why  = "Odd logins and queries are seen by the platform, if it may look."
  help = "Add azurerm_synapse_sql_pool_security_alert_policy."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_sql_pool"]

  example "without azurerm_synapse_sql_pool_security_alert_policy" {
    flagged = <<-TF
      resource "azurerm_synapse_sql_pool" "shop" {
        name                 = "orders"
        synapse_workspace_id = "workspace"
        sku_name             = "DW100c"
      }
    TF
  }

  example "with azurerm_synapse_sql_pool_security_alert_policy" {
    accepted = <<-TF
      resource "azurerm_synapse_sql_pool" "shop" {
        name                 = "orders"
        synapse_workspace_id = "workspace"
        sku_name             = "DW100c"
      }

      resource "azurerm_synapse_sql_pool_security_alert_policy" "shop" {
        sql_pool_id  = azurerm_synapse_sql_pool.shop.id
        policy_state = "Enabled"
      }
    TF
  }
}
