mapping "azurerm_mssql_server" {
  arm "Microsoft.Sql/servers 2025-01-01" {
    under = properties

    administrator_login_password_wo              = administratorLoginPassword
    administrator_login_password_wo_version      = ignore("tells Terraform when to write the password again")
    minimum_tls_version                          = minimalTlsVersion
    outbound_network_restriction_enabled         = enum(restrictOutboundNetworkAccess, { true = "Enabled", false = "Disabled" })
    public_network_access_enabled                = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    transparent_data_encryption_key_vault_key_id = keyId
    azuread_administrator = block(administrators, {
      azuread_authentication_only = azureADOnlyAuthentication
      login_username              = login
      object_id                   = [sid, when_set(administratorType, "ActiveDirectory")]
    })

    split_into "Microsoft.Sql/servers/connectionPolicies 2025-01-01" "ConnectionPolicy" {
      under   = properties
      options = { name = [parent, "default"] }
      connection_policy = connectionType
    }

    split_into "Microsoft.Sql/servers/sqlVulnerabilityAssessments 2025-01-01" "VulnerabilityAssessment" {
      under   = properties
      options = { name = [parent, "default"] }
      express_vulnerability_assessment_enabled = enum(state, { true = "Enabled", false = "Disabled" })
    }

    refer "fully_qualified_domain_name" { attribute = "fullyQualifiedDomainName" }
  }
}
