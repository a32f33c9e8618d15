mapping "azurerm_private_endpoint" {
  arm "Microsoft.Network/privateEndpoints 2025-01-01" {
    when  = self.private_service_connection.is_manual_connection == true
    under = properties

    subnet_id                     = subnet.id
    custom_network_interface_name = customNetworkInterfaceName
    ip_configuration = block(ipConfigurations, {
      member_name        = properties.memberName
      private_ip_address = properties.privateIPAddress
      subresource_name   = properties.groupId
    })
    private_service_connection = block(manualPrivateLinkServiceConnections, {
      is_manual_connection              = ignore("which of the two lists it stands in")
      private_connection_resource_id    = properties.privateLinkServiceId
      private_connection_resource_alias = properties.privateLinkServiceId
      request_message                   = properties.requestMessage
      subresource_names                 = properties.groupIds
    })
    private_dns_zone_group     = drop("in Azure it is a resource of its own, which is not carried")
  }

  arm "Microsoft.Network/privateEndpoints 2025-01-01" {
    under = properties

    subnet_id                     = subnet.id
    custom_network_interface_name = customNetworkInterfaceName
    ip_configuration = block(ipConfigurations, {
      member_name        = properties.memberName
      private_ip_address = properties.privateIPAddress
      subresource_name   = properties.groupId
    })
    private_service_connection = block(privateLinkServiceConnections, {
      is_manual_connection              = ignore("which of the two lists it stands in")
      private_connection_resource_id    = properties.privateLinkServiceId
      private_connection_resource_alias = properties.privateLinkServiceId
      request_message                   = properties.requestMessage
      subresource_names                 = properties.groupIds
    })
    private_dns_zone_group     = drop("in Azure it is a resource of its own, which is not carried")
  }
}
