rule "azurerm-app-service-health-check" {
  summary     = "Nobody asks whether the web app is well"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_213"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = any([for s in self.site_config : s.health_check_path != null])
    message = "Instances that hang keep getting requests."
  }

  why  = "With a health check, instances that do not answer are taken out and replaced."
  help = "Set health_check_path in site_config."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "without site_config" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with site_config" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          health_check_path = "/healthz"
        }
      }
    TF
  }
}
