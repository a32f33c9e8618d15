mapping "azurerm_route_table" {
  arm "Microsoft.Network/routeTables 2025-01-01" {
    under = properties

    bgp_route_propagation_enabled = not(disableBgpRoutePropagation)
    route = block(routes, {
      address_prefix         = properties.addressPrefix
      next_hop_type          = properties.nextHopType
      next_hop_in_ip_address = properties.nextHopIpAddress
    })
  }
}
