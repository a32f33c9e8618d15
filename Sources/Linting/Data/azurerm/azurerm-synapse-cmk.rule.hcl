rule "azurerm-synapse-cmk" {
  summary     = "The workspace is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AZURE_240"] }

  resource "azurerm_synapse_workspace" {
    require = any([for k in self.customer_managed_key : k.key_name != null])
    message = "No key of your own protects the data."
  }

  why  = "The key can only be chosen when the workspace is made, and covers its SQL pools, Spark and pipelines."
  help = "Name a key of your key vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_workspace"]

  example "without customer_managed_key" {
    flagged = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with customer_managed_key" {
    accepted = <<-TF
      resource "azurerm_synapse_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        customer_managed_key {
          key_name            = "main"
          key_versionless_id  = "https://shop.vault.azure.net/keys/main"
        }
      }
    TF
  }
}
