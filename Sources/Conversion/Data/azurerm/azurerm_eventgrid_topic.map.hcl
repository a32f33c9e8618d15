mapping "azurerm_eventgrid_topic" {
  arm "Microsoft.EventGrid/topics 2025-02-15" {
    under   = properties

    local_auth_enabled            = not(disableLocalAuth)
    public_network_access_enabled = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    input_mapping_default_values  = drop("Azure writes it in another form, which is not carried")
    input_mapping_fields          = drop("Azure writes it in another form, which is not carried")

    refer "endpoint"           { attribute = "endpoint" }
    refer "primary_access_key" { attribute = "listKeys().key1" }
  }
}
