mapping "azurerm_storage_account" {
  arm "Microsoft.Storage/storageAccounts 2025-08-01" {
    under = properties

    account_kind                      = root.kind
    account_tier                      = ignore("part of the name of the SKU")
    account_replication_type          = when_set(root.sku.name, "${self.account_tier}_${self.account_replication_type}")
    provisioned_billing_model_version = drop("the template states the first billing model; another one is part of the SKU's name")
    edge_zone                         = root.extendedLocation.name
    allow_nested_items_to_be_public   = allowBlobPublicAccess
    cross_tenant_replication_enabled  = allowCrossTenantReplication
    https_traffic_only_enabled        = supportsHttpsTrafficOnly
    infrastructure_encryption_enabled = encryption.requireInfrastructureEncryption
    large_file_share_enabled          = enum(largeFileSharesState, { true = "Enabled", false = "Disabled" })
    local_user_enabled                = isLocalUserEnabled
    min_tls_version                   = minimumTlsVersion
    nfsv3_enabled                     = isNfsV3Enabled
    public_network_access_enabled     = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    queue_encryption_key_type         = encryption.services.queue.keyType
    table_encryption_key_type         = encryption.services.table.keyType
    sftp_enabled                      = isSftpEnabled
    shared_access_key_enabled         = allowSharedKeyAccess
    static_website                    = drop("a static website is set on the data of the account, which templates do not reach")

    azure_files_authentication = block(azureFilesIdentityBasedAuthentication, {
      default_share_level_permission = defaultSharePermission
      directory_type                 = directoryServiceOptions
      active_directory               = block(activeDirectoryProperties, { storage_sid = azureStorageSid })
    })
    custom_domain = block(customDomain, { use_subdomain = useSubDomainName })
    customer_managed_key = block(encryption, {
      key_vault_key_id = [
        key_part(keyvaultproperties.keyvaulturi, "vault"), key_part(keyvaultproperties.keyname, "name"), key_part(keyvaultproperties.keyversion, "version"),
        when_set(keySource, "Microsoft.Keyvault"),
      ]
      managed_hsm_key_id        = drop("keys of managed HSMs are not carried")
      user_assigned_identity_id = identity.userAssignedIdentity
    })
    immutability_policy = block(immutableStorageWithVersioning.immutabilityPolicy, { period_since_creation_in_days = immutabilityPeriodSinceCreationInDays })
    network_rules = block(networkAcls, {
      bypass                     = join(bypass, ", ")
      ip_rules                   = wrap(ipRules, "value")
      virtual_network_subnet_ids = wrap(virtualNetworkRules, "id")
      private_link_access        = block(resourceAccessRules, { endpoint_resource_id = resourceId, endpoint_tenant_id = tenantId })
    })
    routing    = block(routingPreference, { choice = routingChoice })
    sas_policy = block(sasPolicy, { expiration_period = sasExpirationPeriod })

    default = { "root.kind" = "StorageV2", supportsHttpsTrafficOnly = true, minimumTlsVersion = "TLS1_2" }

    # The services of an account are children of their own.
    split_into "Microsoft.Storage/storageAccounts/blobServices 2025-08-01" "Blobs" {
      under   = properties
      options = { name = [parent, "default"] }
      blob_properties = inline({
        change_feed_enabled           = changeFeed.enabled
        change_feed_retention_in_days = changeFeed.retentionInDays
        last_access_time_enabled      = lastAccessTimeTrackingPolicy.enable
        versioning_enabled            = isVersioningEnabled
        cors_rule                     = cors.corsRules
        container_delete_retention_policy = block(containerDeleteRetentionPolicy, { days = [days, when_set(enabled, true)] })
        delete_retention_policy           = block(deleteRetentionPolicy, { days = [days, when_set(enabled, true)], permanent_delete_enabled = allowPermanentDelete })
        restore_policy                    = block(restorePolicy, { days = [days, when_set(enabled, true)] })
      })
    }
    split_into "Microsoft.Storage/storageAccounts/queueServices 2025-08-01" "Queues" {
      under   = properties
      options = { name = [parent, "default"] }
      queue_properties = inline({
        cors_rule      = cors.corsRules
        hour_metrics   = drop("metrics of queues are set on the data of the account, which templates do not reach")
        minute_metrics = drop("metrics of queues are set on the data of the account, which templates do not reach")
        logging        = drop("logs of queues are set on the data of the account, which templates do not reach")
      })
    }
    split_into "Microsoft.Storage/storageAccounts/fileServices 2025-08-01" "Files" {
      under   = properties
      options = { name = [parent, "default"] }
      share_properties = inline({
        cors_rule        = cors.corsRules
        retention_policy = block(shareDeleteRetentionPolicy, { days = [days, when_set(enabled, true)] })
        smb = block(protocolSettings.smb, {
          authentication_types            = join(authenticationMethods, ";")
          channel_encryption_type         = join(channelEncryption, ";")
          kerberos_ticket_encryption_type = join(kerberosTicketEncryption, ";")
          multichannel_enabled            = multichannel.enabled
          versions                        = join(versions, ";")
        })
      })
    }

    refer "primary_access_key"         { attribute = "listKeys().keys[0].value" }
    refer "secondary_access_key"       { attribute = "listKeys().keys[1].value" }
    refer "primary_connection_string"  { sub = "DefaultEndpointsProtocol=https;AccountName=${property(name)};AccountKey=${attribute("listKeys().keys[0].value")};EndpointSuffix=${storage_suffix}" }
    refer "secondary_connection_string" { sub = "DefaultEndpointsProtocol=https;AccountName=${property(name)};AccountKey=${attribute("listKeys().keys[1].value")};EndpointSuffix=${storage_suffix}" }
    refer "primary_blob_connection_string" { sub = "DefaultEndpointsProtocol=https;BlobEndpoint=${attribute("primaryEndpoints.blob")};AccountName=${property(name)};AccountKey=${attribute("listKeys().keys[0].value")}" }
    refer "primary_blob_endpoint"      { attribute = "primaryEndpoints.blob" }
    refer "primary_file_endpoint"      { attribute = "primaryEndpoints.file" }
    refer "primary_queue_endpoint"     { attribute = "primaryEndpoints.queue" }
    refer "primary_table_endpoint"     { attribute = "primaryEndpoints.table" }
    refer "primary_web_endpoint"       { attribute = "primaryEndpoints.web" }
    refer "primary_dfs_endpoint"       { attribute = "primaryEndpoints.dfs" }
    refer "primary_blob_host"          { sub = "${property(name)}.blob.${storage_suffix}" }
    refer "primary_location"           { attribute = "primaryLocation" }
  }
}
