mapping "azurerm_network_interface" {
  arm "Microsoft.Network/networkInterfaces 2025-01-01" {
    under = properties

    accelerated_networking_enabled = enableAcceleratedNetworking
    dns_servers                    = dnsSettings.dnsServers
    edge_zone                      = root.extendedLocation.name
    internal_dns_name_label        = dnsSettings.internalDnsNameLabel
    ip_forwarding_enabled          = enableIPForwarding
    ip_configuration = block(ipConfigurations, {
      gateway_load_balancer_frontend_ip_configuration_id = properties.gatewayLoadBalancer.id
      primary                       = properties.primary
      private_ip_address            = properties.privateIPAddress
      private_ip_address_allocation = properties.privateIPAllocationMethod
      private_ip_address_version    = properties.privateIPAddressVersion
      public_ip_address_id          = properties.publicIPAddress.id
      subnet_id                     = properties.subnet.id
    })

    refer "private_ip_address" { attribute = "ipConfigurations[0].properties.privateIPAddress" }
    refer "mac_address"        { attribute = "macAddress" }
  }
}
