mapping "azurerm_app_service_plan" {
  arm "Microsoft.Web/serverfarms 2023-12-01" {
    under = properties

    kind                       = enum(root.kind, { Linux = "linux", Windows = "app", FunctionApp = "functionapp" })
    app_service_environment_id = hostingEnvironmentProfile.id
    zone_redundant             = zoneRedundant
    sku                        = block(root.sku, { size = [size, name] })
  }
}
