mapping "azurerm_kubernetes_cluster_node_pool" {
  # Its rules are about `properties` of the type in _definitions.map.hcl.
  arm "Microsoft.ContainerService/managedClusters/agentPools 2025-10-01" {
    under   = properties
    options = { name = [self.kubernetes_cluster_id, self.name] }

    kubernetes_cluster_id = ignore("a segment of the name")
  }
}
