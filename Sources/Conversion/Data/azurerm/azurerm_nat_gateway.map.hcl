mapping "azurerm_nat_gateway" {
  arm "Microsoft.Network/natGateways 2025-01-01" {
    under   = properties

    sku_name = root.sku.name
    zones    = root.zones
  }
}
