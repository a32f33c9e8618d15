mapping "azurerm_network_interface_security_group_association" {
  arm "Microsoft.Network/networkInterfaces 2025-01-01" {
    merge_into = network_interface_id
    under      = properties

    network_security_group_id = networkSecurityGroup.id
  }
}
