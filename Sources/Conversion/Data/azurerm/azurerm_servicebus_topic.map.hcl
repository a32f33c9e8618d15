mapping "azurerm_servicebus_topic" {
  arm "Microsoft.ServiceBus/namespaces/topics 2024-01-01" {
    under   = properties
    options = { name = [self.namespace_id, self.name] }

    namespace_id               = ignore("a segment of the name")
    batched_operations_enabled = enableBatchedOperations
    default_message_ttl        = defaultMessageTimeToLive
    express_enabled            = enableExpress
    partitioning_enabled       = enablePartitioning
  }
}
