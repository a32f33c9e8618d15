mapping "azurerm_storage_container" {
  arm "Microsoft.Storage/storageAccounts/blobServices/containers 2025-08-01" {
    when    = has(self.storage_account_name)
    under   = properties
    options = { name = [self.storage_account_name, "default", self.name] }

    storage_account_name              = ignore("a segment of the name")
    container_access_type             = enum(publicAccess, { private = "None", blob = "Blob", container = "Container" })
    encryption_scope_override_enabled = not(denyEncryptionScopeOverride)
  }

  arm "Microsoft.Storage/storageAccounts/blobServices/containers 2025-08-01" {
    under   = properties
    options = { name = [self.storage_account_id, "default", self.name] }

    storage_account_id                = ignore("a segment of the name")
    container_access_type             = enum(publicAccess, { private = "None", blob = "Blob", container = "Container" })
    encryption_scope_override_enabled = not(denyEncryptionScopeOverride)
  }
}
