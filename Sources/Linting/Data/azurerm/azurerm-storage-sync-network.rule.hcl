rule "azurerm-storage-sync-network" {
  summary     = "The sync service takes traffic from everywhere"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_64", "CKV_AZURE_250"] }

  resource "azurerm_storage_sync" {
    require = self.incoming_traffic_policy == "AllowVirtualNetworksOnly"
    message = "Traffic comes from every network."

    fix {
      set    = { incoming_traffic_policy = "AllowVirtualNetworksOnly" }
      safety = "unsafe"
    }
  }

  why  = "Servers that sync hold copies of everything."
  help = "Set incoming_traffic_policy = \"AllowVirtualNetworksOnly\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_sync"]

  example "everywhere" {
    flagged = <<-TF
      resource "azurerm_storage_sync" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "networks" {
    accepted = <<-TF
      resource "azurerm_storage_sync" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        incoming_traffic_policy = "AllowVirtualNetworksOnly"
      }
    TF
  }
}
