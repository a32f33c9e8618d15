rule "azurerm-container-group-network" {
  summary     = "The container group stands outside of your network"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_98"] }

  resource "azurerm_container_group" {
    require = length(self.subnet_ids) > 0
    message = "Rules of your network do not hold for it."
  }

  why  = "In a network, rules say who reaches the containers and what they reach."
  help = "Name subnet_ids."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_group"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_container_group" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_container_group" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_type    = "Linux"
        subnet_ids = ["private"]
      }
    TF
  }
}
