mapping "azurerm_virtual_network" {
  arm "Microsoft.Network/virtualNetworks 2025-01-01" {
    under = properties

    address_space                  = addressSpace.addressPrefixes
    bgp_community                  = bgpCommunities.virtualNetworkCommunity
    dns_servers                    = dhcpOptions.dnsServers
    edge_zone                      = root.extendedLocation.name
    flow_timeout_in_minutes        = flowTimeoutInMinutes
    private_endpoint_vnet_policies = privateEndpointVNetPolicies
    ddos_protection_plan           = inline({ enable = enableDdosProtection, id = ddosProtectionPlan.id })
    encryption                     = block(encryption, { enforcement = [enforcement, when_set(enabled, true)] })
    ip_address_pool                = block(addressSpace.ipamPoolPrefixAllocations, { id = pool.id })
    subnet = block(subnets, {
      address_prefixes                              = properties.addressPrefixes
      default_outbound_access_enabled               = properties.defaultOutboundAccess
      private_endpoint_network_policies             = properties.privateEndpointNetworkPolicies
      private_link_service_network_policies_enabled = enum(properties.privateLinkServiceNetworkPolicies, { true = "Enabled", false = "Disabled" })
      service_endpoint_policy_ids                   = wrap(properties.serviceEndpointPolicies, "id")
      service_endpoints                             = wrap(properties.serviceEndpoints, "service")
      delegation = block(properties.delegations, {
        service_delegation = inline({ name = properties.serviceName, actions = ignore("Azure derives the actions from the service") })
      })
      id             = ignore("what Azure calls it")
      route_table_id = properties.routeTable.id
      security_group = properties.networkSecurityGroup.id
    })

    refer "guid" { attribute = "resourceGuid" }
  }
}
