rule "azurerm-service-plan-workers" {
  summary     = "The plan has one instance"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_212"] }

  resource "azurerm_service_plan" {
    require = self.worker_count > 1
    message = "When the one instance is replaced, nobody answers."
  }

  why  = "Updates and failures take instances away: with one, that is an outage."
  help = "Set worker_count to 2 or more."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/service_plan"]

  example "worker_count is 1" {
    flagged = <<-TF
      resource "azurerm_service_plan" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_type      = "Linux"
        sku_name     = "P1v3"
        worker_count = 1
      }
    TF
  }

  example "worker_count is 3" {
    accepted = <<-TF
      resource "azurerm_service_plan" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_type      = "Linux"
        sku_name     = "P1v3"
        worker_count = 3
      }
    TF
  }
}
