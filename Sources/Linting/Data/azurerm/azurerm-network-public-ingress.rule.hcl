rule "azurerm-network-public-ingress" {
  summary     = "A rule of the network lets the whole internet in"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { trivy = ["AZU-0047", "AZU-0074"] }

  resource "azurerm_network_security_rule" {
    require = !(lower(self.access) == "allow" && lower(self.direction) == "inbound" && (contains(["*", "0.0.0.0", "0.0.0.0/0", "<nw>/0", "/0", "internet", "any", "::/0"], lower(self.source_address_prefix)) || any([for p in self.source_address_prefixes : contains(["*", "0.0.0.0", "0.0.0.0/0", "<nw>/0", "/0", "internet", "any", "::/0"], lower(p))])))
    message = "The rule allows traffic from everywhere."
  }

  why  = "What the internet reaches, it tries."
  help = "Name the ranges that need it; put a load balancer in front of what is for everybody."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule"]

  example "source_address_prefix is *" {
    flagged = <<-TF
      resource "azurerm_network_security_rule" "shop" {
        name                        = "web"
        priority                    = 100
        direction                   = "Inbound"
        access                      = "Allow"
        source_port_range           = "*"
        destination_address_prefix  = "*"
        resource_group_name         = "shop"
        network_security_group_name = "shop"
        protocol                    = "Tcp"
        destination_port_range      = "8080"
        source_address_prefix       = "*"
      }
    TF
  }

  example "source_address_prefix is 10.0.0.0/8" {
    accepted = <<-TF
      resource "azurerm_network_security_rule" "shop" {
        name                        = "web"
        priority                    = 100
        direction                   = "Inbound"
        access                      = "Allow"
        source_port_range           = "*"
        destination_address_prefix  = "*"
        resource_group_name         = "shop"
        network_security_group_name = "shop"
        protocol                    = "Tcp"
        destination_port_range      = "8080"
        source_address_prefix       = "10.0.0.0/8"
      }
    TF
  }
}
