rule "azurerm-databricks-cmk" {
  summary     = "The workspace's files are encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_AZURE_48"] }

  resource "azurerm_databricks_workspace" {
    require = self.sku != "premium" || self.customer_managed_key_enabled == true && length(related("azurerm_databricks_workspace_root_dbfs_customer_managed_key", "workspace_id")) > 0
    message = "No key of your own protects the files."
  }

  why  = "The root storage keeps results of notebooks that were thought to be gone; a key of your own lets them be made unreadable."
  help = "Set customer_managed_key_enabled = true, and add azurerm_databricks_workspace_root_dbfs_customer_managed_key."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace"]

  example "sku is premium" {
    flagged = <<-TF
      resource "azurerm_databricks_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "premium"
      }
    TF
  }

  example "sku is standard" {
    accepted = <<-TF
      resource "azurerm_databricks_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "standard"
      }
    TF
  }
}
