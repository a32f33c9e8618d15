mapping "azurerm_eventhub_namespace" {
  arm "Microsoft.EventHub/namespaces 2024-01-01" {
    under   = properties

    auto_inflate_enabled          = isAutoInflateEnabled
    capacity                      = root.sku.capacity
    dedicated_cluster_id          = clusterArmId
    local_authentication_enabled  = not(disableLocalAuth)
    network_rulesets              = drop("in Azure it is a resource of its own, which is not carried")
    public_network_access_enabled = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    sku                           = [root.sku.name, root.sku.tier]
  }
}
