mapping "azurerm_network_security_group" {
  arm "Microsoft.Network/networkSecurityGroups 2025-01-01" {
    under = properties

    security_rule = block(securityRules, {
      access                                     = properties.access
      description                                = properties.description
      destination_address_prefix                 = properties.destinationAddressPrefix
      destination_address_prefixes               = properties.destinationAddressPrefixes
      destination_application_security_group_ids = wrap(properties.destinationApplicationSecurityGroups, "id")
      destination_port_range                     = properties.destinationPortRange
      destination_port_ranges                    = properties.destinationPortRanges
      direction                                  = properties.direction
      priority                                   = properties.priority
      protocol                                   = properties.protocol
      source_address_prefix                      = properties.sourceAddressPrefix
      source_address_prefixes                    = properties.sourceAddressPrefixes
      source_application_security_group_ids      = wrap(properties.sourceApplicationSecurityGroups, "id")
      source_port_range                          = properties.sourcePortRange
      source_port_ranges                         = properties.sourcePortRanges
    })
  }
}
