mapping "azurerm_subnet_nat_gateway_association" {
  arm "Microsoft.Network/virtualNetworks/subnets 2025-01-01" {
    merge_into = subnet_id
    under      = properties

    nat_gateway_id = natGateway.id
  }
}
