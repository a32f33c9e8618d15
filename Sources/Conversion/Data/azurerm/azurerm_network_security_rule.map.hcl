mapping "azurerm_network_security_rule" {
  arm "Microsoft.Network/networkSecurityGroups/securityRules 2025-01-01" {
    under   = properties
    options = { name = [self.network_security_group_name, self.name] }

    network_security_group_name                = ignore("a segment of the name")
    destination_application_security_group_ids = wrap(destinationApplicationSecurityGroups, "id")
    source_application_security_group_ids      = wrap(sourceApplicationSecurityGroups, "id")
    destination_address_prefix                 = destinationAddressPrefix
    destination_address_prefixes               = destinationAddressPrefixes
    destination_port_range                     = destinationPortRange
    destination_port_ranges                    = destinationPortRanges
    source_address_prefix                      = sourceAddressPrefix
    source_address_prefixes                    = sourceAddressPrefixes
    source_port_range                          = sourcePortRange
    source_port_ranges                         = sourcePortRanges
  }
}
