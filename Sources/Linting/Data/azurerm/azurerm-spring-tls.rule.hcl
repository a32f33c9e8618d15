rule "azurerm-spring-tls" {
  summary     = "Programs of the service talk in clear"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_55"] }

  resource "azurerm_spring_cloud_service" {
    require = try(self.sku_tier, null) == null || try(self.sku_tier, null) == "Basic" || all([for a in related("azurerm_spring_cloud_app", "service_name") : a.tls_enabled == true])
    message = "A program takes requests without encryption."
  }

  why  = "Between gateway and program everything passes in clear."
  help = "Set tls_enabled = true for each azurerm_spring_cloud_app."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/spring_cloud_service"]

  example "without tls_enabled" {
    flagged = <<-TF
      resource "azurerm_spring_cloud_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku_tier = "Standard"
      }

      resource "azurerm_spring_cloud_app" "shop" {
        name                = "web"
        resource_group_name = "shop"
        service_name        = azurerm_spring_cloud_service.shop.name
      }
    TF
  }

  example "tls_enabled is true" {
    accepted = <<-TF
      resource "azurerm_spring_cloud_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku_tier = "Standard"
      }

      resource "azurerm_spring_cloud_app" "shop" {
        name                = "web"
        resource_group_name = "shop"
        service_name        = azurerm_spring_cloud_service.shop.name
        tls_enabled         = true
      }
    TF
  }
}
