mapping "azurerm_application_insights" {
  arm "Microsoft.Insights/components 2020-02-02" {
    under = properties

    application_type                      = [Application_Type, root.kind]
    daily_data_cap_in_gb                  = drop("the cap is set by billing, which templates do not reach")
    daily_data_cap_notifications_disabled = drop("the cap is set by billing, which templates do not reach")
    internet_ingestion_enabled            = enum(publicNetworkAccessForIngestion, { true = "Enabled", false = "Disabled" })
    internet_query_enabled                = enum(publicNetworkAccessForQuery, { true = "Enabled", false = "Disabled" })
    local_authentication_disabled         = DisableLocalAuth
    workspace_id                          = WorkspaceResourceId

    refer "instrumentation_key" { attribute = "InstrumentationKey" }
    refer "connection_string"   { attribute = "ConnectionString" }
    refer "app_id"              { attribute = "AppId" }
  }
}
