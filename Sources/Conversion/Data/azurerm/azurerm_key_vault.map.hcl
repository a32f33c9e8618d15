mapping "azurerm_key_vault" {
  arm "Microsoft.KeyVault/vaults 2026-02-01" {
    under = properties

    contact = drop("contacts are set on the data of the vault, which templates do not reach")
    access_policy = block(accessPolicies, {
      certificate_permissions = permissions.certificates
      key_permissions         = permissions.keys
      secret_permissions      = permissions.secrets
      storage_permissions     = permissions.storage
    })
    enable_rbac_authorization     = enableRbacAuthorization
    rbac_authorization_enabled    = enableRbacAuthorization
    public_network_access_enabled = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    # Azure takes no `false`: protection that is on stays on.
    purge_protection_enabled   = enum(enablePurgeProtection, { true = true, false = null })
    sku_name                   = enum(sku.name, { standard = "standard", premium = "premium" })
    soft_delete_retention_days = softDeleteRetentionInDays
    network_acls = block(networkAcls, {
      ip_rules                   = wrap(ipRules, "value")
      virtual_network_subnet_ids = wrap(virtualNetworkRules, "id")
    })

    set     = { "sku.family" = "A" }
    default = { accessPolicies = [], tenantId = tenant }

    refer "vault_uri" { attribute = "vaultUri" }
  }
}
