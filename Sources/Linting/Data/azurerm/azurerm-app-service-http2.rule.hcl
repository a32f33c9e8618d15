rule "azurerm-app-service-http2" {
  summary     = "The web app speaks HTTP/1.1 only"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_18"], trivy = ["AZU-0005"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = any([for s in self.site_config : s.http2_enabled == true])
    message = "HTTP/2 is off."
  }

  why  = "HTTP/2 needs fewer connections and loads pages faster."
  help = "Set http2_enabled = true in site_config."

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
          http2_enabled = true
        }
      }
    TF
  }
}
