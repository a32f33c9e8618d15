mapping "azurerm_eventhub" {
  arm "Microsoft.EventHub/namespaces/eventhubs 2024-01-01" {
    under   = properties
    options = { name = [self.namespace_id, self.name] }

    namespace_id        = ignore("a segment of the name")
    namespace_name      = drop("retired by Azure")
    message_retention   = messageRetentionInDays
    capture_description = block(captureDescription, {
      destination = block(destination, {
        archive_name_format         = properties.archiveNameFormat
        blob_container_name         = properties.blobContainer
        storage_account_id          = properties.storageAccountResourceId
      })
    })
  }
}
