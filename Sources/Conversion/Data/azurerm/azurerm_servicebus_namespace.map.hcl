mapping "azurerm_servicebus_namespace" {
  arm "Microsoft.ServiceBus/namespaces 2024-01-01" {
    under   = properties

    capacity                      = root.sku.capacity
    local_auth_enabled            = not(disableLocalAuth)
    public_network_access_enabled = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    sku                           = [root.sku.name, root.sku.tier]
    customer_managed_key          = drop("encryption with a key of the customer is not carried")
    network_rule_set              = drop("in Azure it is a resource of its own, which is not carried")

    refer "endpoint" { attribute = "serviceBusEndpoint" }
  }
}
