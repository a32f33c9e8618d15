mapping "azurerm_service_plan" {
  arm "Microsoft.Web/serverfarms 2023-12-01" {
    under = properties

    os_type = [
      enum(root.kind, { Linux = "linux", Windows = "app", WindowsContainer = "app" }),
      enum(reserved, { Linux = true, Windows = null, WindowsContainer = null }),
      enum(hyperV, { Linux = null, Windows = null, WindowsContainer = true }),
    ]
    sku_name                        = root.sku.name
    worker_count                    = root.sku.capacity
    app_service_environment_id      = hostingEnvironmentProfile.id
    per_site_scaling_enabled        = perSiteScaling
    premium_plan_auto_scale_enabled = elasticScaleEnabled
    zone_balancing_enabled          = zoneRedundant
  }
}
