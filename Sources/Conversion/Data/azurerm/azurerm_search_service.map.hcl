mapping "azurerm_search_service" {
  arm "Microsoft.Search/searchServices 2025-05-01" {
    under   = properties

    allowed_ips                              = wrap(networkRuleSet.ipRules, "value")
    authentication_failure_mode              = authOptions.aadOrApiKey.aadAuthFailureMode
    customer_managed_key_enforcement_enabled = enum(encryptionWithCmk.enforcement, { true = "Enabled", false = "Disabled" })
    local_authentication_enabled             = not(disableLocalAuth)
    network_rule_bypass_option               = networkRuleSet.bypass
    public_network_access_enabled            = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    semantic_search_sku                      = semanticSearch
    sku                                      = root.sku.name

    refer "primary_key" { attribute = "listAdminKeys().primaryKey" }
  }
}
