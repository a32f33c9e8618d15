mapping "azurerm_app_configuration" {
  arm "Microsoft.AppConfiguration/configurationStores 2024-05-01" {
    under   = properties

    data_plane_proxy_authentication_mode             = dataPlaneProxy.authenticationMode
    data_plane_proxy_private_link_delegation_enabled = enum(dataPlaneProxy.privateLinkDelegation, { true = "Enabled", false = "Disabled" })
    local_auth_enabled                               = not(disableLocalAuth)
    purge_protection_enabled                         = enablePurgeProtection
    sku                                              = root.sku.name
    soft_delete_retention_days                       = softDeleteRetentionInDays
    encryption                                       = block(encryption, {
      identity_client_id       = keyVaultProperties.identityClientId
      key_vault_key_identifier = keyVaultProperties.keyIdentifier
    })
    replica                                          = drop("in Azure it is a resource of its own, which is not carried")

    refer "endpoint" { attribute = "endpoint" }
  }
}
