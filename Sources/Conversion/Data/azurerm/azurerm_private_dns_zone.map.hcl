mapping "azurerm_private_dns_zone" {
  arm "Microsoft.Network/privateDnsZones 2024-06-01" {
    under   = properties

    soa_record = drop("in Azure it is a resource of its own, which is not carried")
  }
}
