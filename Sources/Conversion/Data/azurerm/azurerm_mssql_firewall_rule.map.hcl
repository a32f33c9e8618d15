mapping "azurerm_mssql_firewall_rule" {
  arm "Microsoft.Sql/servers/firewallRules 2025-01-01" {
    under   = properties
    options = { name = [self.server_id, self.name] }

    server_id = ignore("a segment of the name")
  }
}
