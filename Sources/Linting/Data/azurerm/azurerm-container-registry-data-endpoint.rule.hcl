rule "azurerm-container-registry-data-endpoint" {
  summary     = "Layers come from addresses that many share"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_237"] }

  resource "azurerm_container_registry" {
    require = self.data_endpoint_enabled == true
    message = "Firewalls must allow a wildcard of storage addresses."

    fix {
      set    = { data_endpoint_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "With an endpoint of its own, clients need to reach one address only."
  help = "Set data_endpoint_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry"]

  example "without data_endpoint_enabled" {
    flagged = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "data_endpoint_enabled is true" {
    accepted = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        data_endpoint_enabled = true
      }
    TF
  }
}
