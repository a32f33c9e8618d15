rule "azurerm-network-public-egress" {
  summary     = "A rule of the network lets traffic out to everywhere"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { trivy = ["AZU-0051"] }

  resource "azurerm_network_security_rule" {
    require = !(lower(self.access) == "allow" && lower(self.direction) == "outbound" && (contains(["*", "0.0.0.0", "0.0.0.0/0", "<nw>/0", "/0", "internet", "any", "::/0"], lower(self.destination_address_prefix)) || any([for p in self.destination_address_prefixes : contains(["*", "0.0.0.0", "0.0.0.0/0", "<nw>/0", "/0", "internet", "any", "::/0"], lower(p))])))
    message = "The rule allows traffic to everywhere."
  }

  why  = "Programs that were taken over send data out and fetch tools."
  help = "Name the ranges that are needed."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule"]

  example "destination_address_prefix is *" {
    flagged = <<-TF
      resource "azurerm_network_security_rule" "shop" {
        name                        = "web"
        priority                    = 100
        direction                   = "Outbound"
        access                      = "Allow"
        source_port_range           = "*"
        destination_address_prefix  = "*"
        resource_group_name         = "shop"
        network_security_group_name = "shop"
        protocol                    = "Tcp"
        destination_port_range      = "443"
        source_address_prefix       = "*"
      }
    TF
  }

  example "destination_address_prefix is 10.0.0.0/8" {
    accepted = <<-TF
      resource "azurerm_network_security_rule" "shop" {
        name                        = "web"
        priority                    = 100
        direction                   = "Outbound"
        access                      = "Allow"
        source_port_range           = "*"
        destination_address_prefix  = "10.0.0.0/8"
        resource_group_name         = "shop"
        network_security_group_name = "shop"
        protocol                    = "Tcp"
        destination_port_range      = "443"
        source_address_prefix       = "*"
      }
    TF
  }
}
