mapping "azurerm_cosmosdb_sql_database" {
  arm "Microsoft.DocumentDB/databaseAccounts/sqlDatabases 2024-08-15" {
    under   = properties
    options = { name = [self.account_name, self.name] }

    name              = [root.name, resource.id]
    account_name      = ignore("a segment of the name")
    throughput        = options.throughput
    autoscale_settings = block(options.autoscaleSettings, {})
  }
}
