rule "azurerm-spring-network" {
  summary     = "The service stands outside of your network"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_23"] }

  resource "azurerm_spring_cloud_service" {
    require = lower(self.sku_name) != "b0" && any([for n in self.network : n.service_runtime_subnet_id != null])
    message = "Rules of your network do not hold for it."
  }

  why  = "In a network, rules say who reaches the programs and what they reach."
  help = "Add network with subnets."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/spring_cloud_service"]

  example "without network" {
    flagged = <<-TF
      resource "azurerm_spring_cloud_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with network" {
    accepted = <<-TF
      resource "azurerm_spring_cloud_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        network {
          app_subnet_id             = "apps"
          service_runtime_subnet_id = "runtime"
          cidr_ranges               = ["10.4.0.0/16", "10.5.0.0/16", "10.3.0.1/16"]
        }

        sku_name = "S0"
      }
    TF
  }
}
