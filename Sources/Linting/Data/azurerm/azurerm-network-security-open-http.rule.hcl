rule "azurerm-network-security-open-http" {
  summary     = "HTTP is open to the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_160"] }

  resource "azurerm_network_security_rule" {
    require = !(lower(self.access) == "allow" && lower(self.direction) == "inbound" && contains(["tcp", "*"], lower(self.protocol)) && ports_include(self, 80) && (contains(["*", "0.0.0.0", "0.0.0.0/0", "<nw>/0", "/0", "internet", "any", "::/0"], lower(self.source_address_prefix)) || any([for p in self.source_address_prefixes : contains(["*", "0.0.0.0", "0.0.0.0/0", "<nw>/0", "/0", "internet", "any", "::/0"], lower(p))])))
    message = "The rule lets the whole internet in."
  }

  resource "azurerm_network_security_group" {
    each    = self.security_rule
    require = !(lower(each.value.access) == "allow" && lower(each.value.direction) == "inbound" && contains(["tcp", "*"], lower(each.value.protocol)) && ports_include(each.value, 80) && (contains(["*", "0.0.0.0", "0.0.0.0/0", "<nw>/0", "/0", "internet", "any", "::/0"], lower(each.value.source_address_prefix)) || any([for p in each.value.source_address_prefixes : contains(["*", "0.0.0.0", "0.0.0.0/0", "<nw>/0", "/0", "internet", "any", "::/0"], lower(p))])))
    message = "The rule lets the whole internet in."
  }

  why  = "What is served without encryption is read and changed in between."
  help = "Name the ranges that need it."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule"]

  example "everybody" {
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
        destination_port_range      = "80"
        source_address_prefix       = "*"
      }
    TF
  }

  example "one range" {
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
        destination_port_range      = "80"
        source_address_prefix       = "10.0.0.0/8"
      }
    TF
  }
}
