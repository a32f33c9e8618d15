rule "azurerm-network-interface-public-address" {
  summary     = "The interface has a public address"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_119"], trivy = ["AZU-0076"] }

  resource "azurerm_network_interface" {
    require = !any([for c in self.ip_configuration : c.public_ip_address_id != null])
    message = "The machine answers on the internet."
  }

  why  = "What has a public address is scanned within minutes."
  help = "Remove public_ip_address_id; use a bastion or a load balancer."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface"]

  example "public_ip_address_id is address" {
    flagged = <<-TF
      resource "azurerm_network_interface" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        ip_configuration {
          name                          = "main"
          subnet_id                     = "private"
          private_ip_address_allocation = "Dynamic"
          public_ip_address_id          = "address"
        }
      }
    TF
  }

  example "without public_ip_address_id" {
    accepted = <<-TF
      resource "azurerm_network_interface" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        ip_configuration {
          name                          = "main"
          subnet_id                     = "private"
          private_ip_address_allocation = "Dynamic"
        }
      }
    TF
  }
}
