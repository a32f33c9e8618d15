mapping "azurerm_cosmosdb_account" {
  arm "Microsoft.DocumentDB/databaseAccounts 2024-08-15" {
    under = properties

    offer_type                            = databaseAccountOfferType
    kind                                  = root.kind
    access_key_metadata_writes_enabled    = not(disableKeyBasedMetadataWriteAccess)
    analytical_storage_enabled            = enableAnalyticalStorage
    automatic_failover_enabled            = enableAutomaticFailover
    burst_capacity_enabled                = enableBurstCapacity
    default_identity_type                 = defaultIdentity
    free_tier_enabled                     = enableFreeTier
    ip_range_filter                       = wrap(ipRules, "ip_address_or_range")
    key_vault_key_id                      = keyVaultKeyUri
    managed_hsm_key_id                    = keyVaultKeyUri
    local_authentication_disabled         = disableLocalAuth
    mongo_server_version                  = apiProperties.serverVersion
    multiple_write_locations_enabled      = enableMultipleWriteLocations
    network_acl_bypass_for_azure_services = enum(networkAclBypass, { true = "AzureServices", false = "None" })
    network_acl_bypass_ids                = networkAclBypassResourceIds
    partition_merge_enabled               = enablePartitionMerge
    public_network_access_enabled         = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })

    identity = block(root.identity, {
      type         = enum(type, { "SystemAssigned, UserAssigned" = "SystemAssigned,UserAssigned" })
      identity_ids = identity_keys(userAssignedIdentities)
    })
    analytical_storage = block(analyticalStorageConfiguration, {})
    backup = block(backupPolicy, {
      interval_in_minutes = periodicModeProperties.backupIntervalInMinutes
      retention_in_hours  = periodicModeProperties.backupRetentionIntervalInHours
      storage_redundancy  = periodicModeProperties.backupStorageRedundancy
      tier                = continuousModeProperties.tier
    })
    consistency_policy = { consistency_level = defaultConsistencyLevel }
    cors_rule = block(cors, {
      allowed_headers = join(allowedHeaders, ",")
      allowed_methods = join(allowedMethods, ",")
      allowed_origins = join(allowedOrigins, ",")
      exposed_headers = join(exposedHeaders, ",")
    })
    geo_location = block(locations, { location = locationName, zone_redundant = isZoneRedundant })
    restore = block(restoreParameters, {
      source_cosmosdb_account_id = restoreSource
      database                   = block(databasesToRestore, { name = databaseName })
      gremlin_database           = block(gremlinDatabasesToRestore, { name = databaseName })
    })

    default = { "root.kind" = "GlobalDocumentDB" }

    refer "endpoint"                 { attribute = "documentEndpoint" }
    refer "primary_key"              { attribute = "listKeys().primaryMasterKey" }
    refer "secondary_key"            { attribute = "listKeys().secondaryMasterKey" }
    refer "primary_readonly_key"     { attribute = "listKeys().primaryReadonlyMasterKey" }
    refer "secondary_readonly_key"   { attribute = "listKeys().secondaryReadonlyMasterKey" }
    refer "primary_sql_connection_string"     { sub = "AccountEndpoint=${attribute("documentEndpoint")};AccountKey=${attribute("listKeys().primaryMasterKey")};" }
    refer "secondary_sql_connection_string"   { sub = "AccountEndpoint=${attribute("documentEndpoint")};AccountKey=${attribute("listKeys().secondaryMasterKey")};" }
    refer "primary_mongodb_connection_string" { attribute = "listConnectionStrings().connectionStrings[0].connectionString" }
  }
}
