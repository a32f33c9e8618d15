rule "azurerm-synapse-pool-audit" {
  summary     = "The pool keeps no audit log"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_54"] }

  resource "azurerm_synapse_sql_pool" {
    require = any([for p in related("azurerm_synapse_sql_pool_extended_auditing_policy", "sql_pool_id") : p.log_monitoring_enabled != false])
    message = "Who did what cannot be told."
  }

  why  = "After an incident the audit log says who read what."
  help = "Add azurerm_synapse_sql_pool_extended_auditing_policy."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_sql_pool"]

  example "without azurerm_synapse_sql_pool_extended_auditing_policy" {
    flagged = <<-TF
      resource "azurerm_synapse_sql_pool" "shop" {
        name                 = "orders"
        synapse_workspace_id = "workspace"
        sku_name             = "DW100c"
      }
    TF
  }

  example "with azurerm_synapse_sql_pool_extended_auditing_policy" {
    accepted = <<-TF
      resource "azurerm_synapse_sql_pool" "shop" {
        name                 = "orders"
        synapse_workspace_id = "workspace"
        sku_name             = "DW100c"
      }

      resource "azurerm_synapse_sql_pool_extended_auditing_policy" "shop" {
        sql_pool_id            = azurerm_synapse_sql_pool.shop.id
        log_monitoring_enabled = true
      }
    TF
  }
}
