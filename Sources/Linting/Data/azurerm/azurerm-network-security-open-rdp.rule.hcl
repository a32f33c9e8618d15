rule "azurerm-network-security-open-rdp" {
  summary     = "Remote desktop is open to the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_AZURE_9"], trivy = ["AZU-0048"] }

  resource "azurerm_network_security_group" {
    each    = self.security_rule
    where   = lower(each.value.access) == "allow" && lower(each.value.direction) == "inbound" && ports_include(each.value, 3389)
    require = !is_public(each.value.source_address_prefix) && !is_public(each.value.source_address_prefixes)
    message = "Remote desktop (port 3389) is reachable from the whole internet."
  }

  resource "azurerm_network_security_rule" {
    where   = lower(self.access) == "allow" && lower(self.direction) == "inbound" && ports_include(self, 3389)
    require = !is_public(self.source_address_prefix) && !is_public(self.source_address_prefixes)
    message = "Remote desktop (port 3389) is reachable from the whole internet."
  }

  why  = "Scanners find an open port within minutes and try passwords, stolen keys and known holes from then on."
  help = "Allow the addresses of your own network only, or use Azure Bastion."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_group"]

  example "open to all" {
    flagged = <<-TF
      resource "azurerm_network_security_rule" "in" {
        name                        = "in"
        priority                    = 100
        direction                   = "Inbound"
        access                      = "Allow"
        protocol                    = "Tcp"
        source_port_range           = "*"
        destination_port_range      = "20-4000"
        source_address_prefix       = "*"
        destination_address_prefix  = "*"
        resource_group_name         = "example"
        network_security_group_name = "example"
      }
    TF
  }

  example "from the own network" {
    accepted = <<-TF
      resource "azurerm_network_security_rule" "in" {
        name                        = "in"
        priority                    = 100
        direction                   = "Inbound"
        access                      = "Allow"
        protocol                    = "Tcp"
        source_port_range           = "*"
        destination_port_range      = "3389"
        source_address_prefix       = "10.0.0.0/8"
        destination_address_prefix  = "*"
        resource_group_name         = "example"
        network_security_group_name = "example"
      }
    TF
  }
}
