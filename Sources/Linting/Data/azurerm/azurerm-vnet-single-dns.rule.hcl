rule "azurerm-vnet-single-dns" {
  summary     = "One name server answers the whole network"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_182"] }

  resource "azurerm_virtual_network" "azurerm_virtual_network_dns_servers" {
    require = length(self.dns_servers) != 1
    message = "When the server fails, nothing finds anything."
  }

  why  = "Names are the first thing that every program asks for."
  help = "Name two servers."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network"]

  example "dns_servers is 10.0.0.4" {
    flagged = <<-TF
      resource "azurerm_virtual_network" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        dns_servers = ["10.0.0.4"]
      }
    TF
  }

  example "dns_servers is 10.0.0.4 and 10.0.0.5" {
    accepted = <<-TF
      resource "azurerm_virtual_network" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        dns_servers = ["10.0.0.4", "10.0.0.5"]
      }
    TF
  }
}
