rule "azurerm-kusto-cmk" {
  summary     = "The cluster is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_AZURE_11"] }

  resource "azurerm_kusto_cluster" {
    require = length(related("azurerm_kusto_cluster_customer_managed_key", "cluster_id")) > 0
    message = "No key of your own protects the data."
  }

  why  = "Clusters keep logs and telemetry for years; with a key of your own, what leaves the disks is useless when the key is gone."
  help = "Name a key of your key vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kusto_cluster"]

  example "without sku" {
    flagged = <<-TF
      resource "azurerm_kusto_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with sku" {
    accepted = <<-TF
      resource "azurerm_kusto_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku {
          name = "Standard_E2ads_v5"
        }
      }

      resource "azurerm_kusto_cluster_customer_managed_key" "shop" {
        cluster_id   = azurerm_kusto_cluster.shop.id
        key_vault_id = "vault"
        key_name     = "main"
      }
    TF
  }
}
