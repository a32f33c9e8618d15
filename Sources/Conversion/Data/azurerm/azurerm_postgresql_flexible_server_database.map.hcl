mapping "azurerm_postgresql_flexible_server_database" {
  arm "Microsoft.DBforPostgreSQL/flexibleServers/databases 2025-08-01" {
    under   = properties
    options = { name = [self.server_id, self.name] }

    server_id = ignore("a segment of the name")
  }
}
