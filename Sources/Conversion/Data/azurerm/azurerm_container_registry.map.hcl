mapping "azurerm_container_registry" {
  arm "Microsoft.ContainerRegistry/registries 2025-11-01" {
    under = properties

    admin_enabled                 = adminUserEnabled
    anonymous_pull_enabled        = anonymousPullEnabled
    data_endpoint_enabled         = dataEndpointEnabled
    encryption                    = block(encryption, { identity_client_id = keyVaultProperties.identity, key_vault_key_id = keyVaultProperties.keyIdentifier })
    export_policy_enabled         = enum(policies.exportPolicy.status, { true = "enabled", false = "disabled" })
    network_rule_bypass_option    = networkRuleBypassOptions
    network_rule_set              = block(networkRuleSet, { ip_rule = block(ipRules, { ip_range = value }) })
    public_network_access_enabled = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    quarantine_policy_enabled     = enum(policies.quarantinePolicy.status, { true = "enabled", false = "disabled" })
    retention_policy_in_days      = [policies.retentionPolicy.days, when_set(policies.retentionPolicy.status, "enabled")]
    sku                           = root.sku.name
    trust_policy_enabled          = enum(policies.trustPolicy.status, { true = "enabled", false = "disabled" })
    zone_redundancy_enabled       = enum(zoneRedundancy, { true = "Enabled", false = "Disabled" })

    split_into "Microsoft.ContainerRegistry/registries/replications 2025-11-01" "Replication" {
      each    = georeplications
      under   = properties
      options = { name = [parent, self.location] }

      location                  = root.location
      regional_endpoint_enabled = regionEndpointEnabled
      zone_redundancy_enabled   = enum(zoneRedundancy, { true = "Enabled", false = "Disabled" })
    }

    refer "login_server"   { attribute = "loginServer" }
    refer "admin_username" { attribute = "listCredentials().username" }
    refer "admin_password" { attribute = "listCredentials().passwords[0].value" }
  }
}
