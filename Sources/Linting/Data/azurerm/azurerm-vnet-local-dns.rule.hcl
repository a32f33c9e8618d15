rule "azurerm-vnet-local-dns" {
  summary     = "Names of the network are looked up outside of it"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_183"] }

  resource "azurerm_virtual_network" {
    require = length(self.dns_servers) == 0 || all([for d in self.dns_servers : can(regex("^(10[.]|172[.](1[6-9]|2[0-9]|3[01])[.]|192[.]168[.]|168[.]63[.]129[.]16)", d))])
    message = "A name server is not of the network."
  }

  why  = "Names of private services leak to those who answer."
  help = "Use servers inside of the network."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network"]

  example "dns_servers is 8.8.8.8" {
    flagged = <<-TF
      resource "azurerm_virtual_network" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        address_space = ["10.0.0.0/16"]
        dns_servers   = ["8.8.8.8"]
      }
    TF
  }

  example "dns_servers is 10.0.0.4 and 10.0.0.5" {
    accepted = <<-TF
      resource "azurerm_virtual_network" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        address_space = ["10.0.0.0/16"]
        dns_servers   = ["10.0.0.4", "10.0.0.5"]
      }
    TF
  }
}
