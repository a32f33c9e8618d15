mapping "azurerm_mysql_flexible_server" {
  arm "Microsoft.DBforMySQL/flexibleServers 2023-12-30" {
    under   = properties

    administrator_password            = administratorLoginPassword
    administrator_password_wo         = administratorLoginPassword
    administrator_password_wo_version = ignore("tells Terraform when to write the value again")
    backup_retention_days             = backup.backupRetentionDays
    delegated_subnet_id               = network.delegatedSubnetResourceId
    geo_redundant_backup_enabled      = enum(backup.geoRedundantBackup, { true = "Enabled", false = "Disabled" })
    point_in_time_restore_time_in_utc = restorePointInTime
    private_dns_zone_id               = network.privateDnsZoneResourceId
    public_network_access             = network.publicNetworkAccess
    sku_name                          = [flexible_sku(root.sku.name, "name"), flexible_sku(root.sku.tier, "tier")]
    source_server_id                  = sourceServerResourceId
    zone                              = availabilityZone
    customer_managed_key              = block(dataEncryption, {
      geo_backup_key_vault_key_id = geoBackupKeyURI
      key_vault_key_id            = primaryKeyURI
      managed_hsm_key_id          = drop("Azure's type has nothing that is known to correspond")
    })
    storage                           = block(storage, {
      auto_grow_enabled   = enum(autoGrow, { true = "Enabled", false = "Disabled" })
      io_scaling_enabled  = enum(autoIoScaling, { true = "Enabled", false = "Disabled" })
      log_on_disk_enabled = enum(logOnDisk, { true = "Enabled", false = "Disabled" })
      size_gb             = storageSizeGB
    })

    refer "fqdn" { attribute = "fullyQualifiedDomainName" }
  }
}
