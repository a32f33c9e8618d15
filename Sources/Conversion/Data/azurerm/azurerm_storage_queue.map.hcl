mapping "azurerm_storage_queue" {
  arm "Microsoft.Storage/storageAccounts/queueServices/queues 2025-08-01" {
    when    = has(self.storage_account_name)
    under   = properties
    options = { name = [self.storage_account_name, "default", self.name] }

    storage_account_name = ignore("a segment of the name")
  }

  arm "Microsoft.Storage/storageAccounts/queueServices/queues 2025-08-01" {
    under   = properties
    options = { name = [self.storage_account_id, "default", self.name] }

    storage_account_id = ignore("a segment of the name")
  }
}
