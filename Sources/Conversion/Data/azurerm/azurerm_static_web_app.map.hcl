mapping "azurerm_static_web_app" {
  arm "Microsoft.Web/staticSites 2023-01-01" {
    under   = properties

    app_settings                       = drop("in Azure it is a resource of its own, which is not carried")
    configuration_file_changes_enabled = allowConfigFileUpdates
    preview_environments_enabled       = enum(stagingEnvironmentPolicy, { true = "Enabled", false = "Disabled" })
    public_network_access_enabled      = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    repository_branch                  = branch
    sku_size                           = root.sku.name
    sku_tier                           = root.sku.tier
    basic_auth                         = drop("in Azure it is a resource of its own, which is not carried")

    refer "default_host_name" { attribute = "defaultHostname" }
    refer "api_key"           { attribute = "listSecrets().properties.apiKey" }
  }
}
