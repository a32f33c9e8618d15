mapping "azurerm_redis_cache" {
  arm "Microsoft.Cache/redis 2024-11-01" {
    under   = properties

    access_keys_authentication_enabled = not(disableAccessKeyAuthentication)
    capacity                           = sku.capacity
    family                             = sku.family
    non_ssl_port_enabled               = enableNonSslPort
    private_static_ip_address          = staticIP
    public_network_access_enabled      = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    sku_name                           = sku.name
    zones                              = root.zones
    patch_schedule                     = drop("in Azure it is a resource of its own, which is not carried")
    redis_configuration                = block(redisConfiguration, {
      active_directory_authentication_enabled = text("aad-enabled")
      aof_backup_enabled                      = text("aof-backup-enabled")
      aof_storage_connection_string_0         = "aof-storage-connection-string-0"
      aof_storage_connection_string_1         = "aof-storage-connection-string-1"
      authentication_enabled                  = drop("Azure writes it in another form, which is not carried")
      data_persistence_authentication_method  = "preferred-data-persistence-auth-method"
      maxfragmentationmemory_reserved         = text("maxfragmentationmemory-reserved")
      maxmemory_delta                         = text("maxmemory-delta")
      maxmemory_policy                        = "maxmemory-policy"
      maxmemory_reserved                      = text("maxmemory-reserved")
      notify_keyspace_events                  = "notify-keyspace-events"
      rdb_backup_enabled                      = text("rdb-backup-enabled")
      rdb_backup_frequency                    = text("rdb-backup-frequency")
      rdb_backup_max_snapshot_count           = text("rdb-backup-max-snapshot-count")
      rdb_storage_connection_string           = "rdb-storage-connection-string"
      storage_account_subscription_id         = "storage-subscription-id"
    })

    refer "hostname"                    { attribute = "hostName" }
    refer "ssl_port"                    { attribute = "sslPort" }
    refer "primary_access_key"          { attribute = "listKeys().primaryKey" }
    refer "secondary_access_key"        { attribute = "listKeys().secondaryKey" }
    refer "primary_connection_string"   { sub = "${attribute("hostName")}:${attribute("sslPort")},password=${attribute("listKeys().primaryKey")},ssl=True,abortConnect=False" }
  }
}
