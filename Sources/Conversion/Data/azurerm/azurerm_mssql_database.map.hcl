mapping "azurerm_mssql_database" {
  arm "Microsoft.Sql/servers/databases 2025-01-01" {
    under   = properties
    options = { name = [self.server_id, self.name] }

    server_id                             = [ignore("a segment of the name"), when_set(root.location, location)]
    auto_pause_delay_in_minutes           = autoPauseDelay
    creation_source_database_id           = sourceDatabaseId
    enclave_type                          = preferredEnclaveType
    ledger_enabled                        = isLedgerOn
    max_size_gb                           = scale(maxSizeBytes, 1073741824)
    read_replica_count                    = highAvailabilityReplicaCount
    read_scale                            = enum(readScale, { true = "Enabled", false = "Disabled" })
    recover_database_id                   = recoverableDatabaseId
    recovery_point_id                     = recoveryServicesRecoveryPointId
    restore_dropped_database_id           = restorableDroppedDatabaseId
    restore_long_term_retention_backup_id = longTermRetentionBackupResourceId
    sku_name                              = root.sku.name
    storage_account_type                  = requestedBackupStorageRedundancy
    maintenance_configuration_name        = drop("the name of the maintenance configuration is not carried")
    import                                = drop("an import runs once when the database is made, and a template only describes it")
    threat_detection_policy               = drop("the policy is not carried")
    transparent_data_encryption_key_automatic_rotation_enabled = encryptionProtectorAutoRotation
    transparent_data_encryption_key_vault_key_id               = encryptionProtector

    split_into "Microsoft.Sql/servers/databases/transparentDataEncryption 2025-01-01" "Encryption" {
      under   = properties
      options = { name = [parent, "current"] }
      transparent_data_encryption_enabled = enum(state, { true = "Enabled", false = "Disabled" })
    }
    split_into "Microsoft.Sql/servers/databases/geoBackupPolicies 2014-04-01" "GeoBackup" {
      under   = properties
      options = { name = [parent, "Default"] }
      geo_backup_enabled = enum(state, { true = "Enabled", false = "Disabled" })
    }
    split_into "Microsoft.Sql/servers/databases/backupLongTermRetentionPolicies 2025-01-01" "LongTermRetention" {
      under   = properties
      options = { name = [parent, "default"] }
      long_term_retention_policy = inline({})
    }
    split_into "Microsoft.Sql/servers/databases/backupShortTermRetentionPolicies 2025-01-01" "ShortTermRetention" {
      under   = properties
      options = { name = [parent, "default"] }
      short_term_retention_policy = inline({ backup_interval_in_hours = diffBackupIntervalInHours })
    }
  }
}
