mapping "azurerm_log_analytics_workspace" {
  arm "Microsoft.OperationalInsights/workspaces 2023-09-01" {
    under = properties

    allow_resource_only_permissions         = features.enableLogAccessUsingOnlyResourcePermissions
    cmk_for_query_forced                    = forceCmkForQuery
    daily_quota_gb                          = workspaceCapping.dailyQuotaGb
    data_collection_rule_id                 = defaultDataCollectionRuleResourceId
    immediate_data_purge_on_30_days_enabled = features.immediatePurgeDataOn30Days
    internet_ingestion_enabled              = enum(publicNetworkAccessForIngestion, { true = "Enabled", false = "Disabled" })
    internet_query_enabled                  = enum(publicNetworkAccessForQuery, { true = "Enabled", false = "Disabled" })
    local_authentication_disabled           = features.disableLocalAuth
    local_authentication_enabled            = not(features.disableLocalAuth)
    reservation_capacity_in_gb_per_day      = sku.capacityReservationLevel
    sku                                     = sku.name

    default = { "sku.name" = "PerGB2018" }

    refer "workspace_id"       { attribute = "customerId" }
    refer "primary_shared_key" { attribute = "listKeys().primarySharedKey" }
    refer "secondary_shared_key" { attribute = "listKeys().secondarySharedKey" }
  }
}
