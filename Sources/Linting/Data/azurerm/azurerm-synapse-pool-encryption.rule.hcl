rule "azurerm-synapse-pool-encryption" {
  summary     = "The pool is in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_241"] }

  resource "azurerm_synapse_sql_pool" {
    require = self.data_encrypted == true
    message = "Data of the pool is not encrypted."

    fix {
      set    = { data_encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Copies of its files can be read by whoever gets them."
  help = "Set data_encrypted = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_sql_pool"]

  example "without data_encrypted" {
    flagged = <<-TF
      resource "azurerm_synapse_sql_pool" "shop" {
        name                 = "orders"
        synapse_workspace_id = "workspace"
        sku_name             = "DW100c"
      }
    TF
  }

  example "data_encrypted is true" {
    accepted = <<-TF
      resource "azurerm_synapse_sql_pool" "shop" {
        name                 = "orders"
        synapse_workspace_id = "workspace"
        sku_name             = "DW100c"
        data_encrypted       = true
      }
    TF
  }
}
