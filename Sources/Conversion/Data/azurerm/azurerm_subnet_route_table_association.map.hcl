mapping "azurerm_subnet_route_table_association" {
  arm "Microsoft.Network/virtualNetworks/subnets 2025-01-01" {
    merge_into = subnet_id
    under      = properties

    route_table_id = routeTable.id
  }
}
