mapping "azurerm_subnet" {
  arm "Microsoft.Network/virtualNetworks/subnets 2025-01-01" {
    under   = properties
    options = { name = [self.virtual_network_name, self.name] }

    virtual_network_name = ignore("a segment of the name")
    address_prefixes                              = addressPrefixes
    default_outbound_access_enabled               = defaultOutboundAccess
    private_endpoint_network_policies             = privateEndpointNetworkPolicies
    private_link_service_network_policies_enabled = enum(privateLinkServiceNetworkPolicies, { true = "Enabled", false = "Disabled" })
    service_endpoint_policy_ids                   = wrap(serviceEndpointPolicies, "id")
    service_endpoints                             = wrap(serviceEndpoints, "service")
    delegation = block(delegations, {
      service_delegation = inline({ name = properties.serviceName, actions = ignore("Azure derives the actions from the service") })
    })
    ip_address_pool = block(ipamPoolPrefixAllocations, { id = pool.id })
  }
}
