mapping "azurerm_postgresql_flexible_server" {
  arm "Microsoft.DBforPostgreSQL/flexibleServers 2025-08-01" {
    under = properties

    administrator_password            = administratorLoginPassword
    administrator_password_wo         = administratorLoginPassword
    administrator_password_wo_version = ignore("tells Terraform when to write the password again")
    auto_grow_enabled                 = enum(storage.autoGrow, { true = "Enabled", false = "Disabled" })
    backup_retention_days             = backup.backupRetentionDays
    delegated_subnet_id               = network.delegatedSubnetResourceId
    geo_redundant_backup_enabled      = enum(backup.geoRedundantBackup, { true = "Enabled", false = "Disabled" })
    point_in_time_restore_time_in_utc = pointInTimeUTC
    private_dns_zone_id               = network.privateDnsZoneArmResourceId
    public_network_access_enabled     = enum(network.publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    sku_name                          = [flexible_sku(root.sku.name, "name"), flexible_sku(root.sku.tier, "tier")]
    source_server_id                  = sourceServerResourceId
    storage_mb                        = scale(storage.storageSizeGB, "1/1024")
    storage_tier                      = storage.tier
    zone                              = availabilityZone
    authentication = block(authConfig, {
      active_directory_auth_enabled = enum(activeDirectoryAuth, { true = "Enabled", false = "Disabled" })
      password_auth_enabled         = enum(passwordAuth, { true = "Enabled", false = "Disabled" })
    })
    customer_managed_key = block(dataEncryption, {
      geo_backup_key_vault_key_id          = geoBackupKeyURI
      geo_backup_user_assigned_identity_id = geoBackupUserAssignedIdentityId
      key_vault_key_id                     = [primaryKeyURI, when_set(type, "AzureKeyVault")]
      primary_user_assigned_identity_id    = primaryUserAssignedIdentityId
    })

    refer "fqdn" { attribute = "fullyQualifiedDomainName" }
  }
}
