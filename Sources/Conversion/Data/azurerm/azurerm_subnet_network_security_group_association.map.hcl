mapping "azurerm_subnet_network_security_group_association" {
  arm "Microsoft.Network/virtualNetworks/subnets 2025-01-01" {
    merge_into = subnet_id
    under      = properties

    network_security_group_id = networkSecurityGroup.id
  }
}
