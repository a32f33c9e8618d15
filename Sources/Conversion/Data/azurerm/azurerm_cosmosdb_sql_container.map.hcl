mapping "azurerm_cosmosdb_sql_container" {
  arm "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers 2024-08-15" {
    under   = properties
    options = { name = [self.account_name, self.database_name, self.name] }

    name                       = [root.name, resource.id]
    account_name               = ignore("a segment of the name")
    database_name              = ignore("a segment of the name")
    analytical_storage_ttl     = resource.analyticalStorageTtl
    default_ttl                = resource.defaultTtl
    partition_key_paths        = resource.partitionKey.paths
    partition_key_kind         = resource.partitionKey.kind
    partition_key_version      = resource.partitionKey.version
    throughput                 = options.throughput
    autoscale_settings         = block(options.autoscaleSettings, {})
    conflict_resolution_policy = block(resource.conflictResolutionPolicy, {})
    indexing_policy = block(resource.indexingPolicy, {
      composite_index = inner_lists(compositeIndexes, "index")
      excluded_path   = block(excludedPaths, {})
      included_path   = block(includedPaths, {})
      spatial_index   = block(spatialIndexes, {})
    })
    unique_key = block(resource.uniqueKeyPolicy.uniqueKeys, {})

    default = { "resource.partitionKey.kind" = "Hash" }
  }
}
