rule "azurerm-app-service-authentication" {
  summary     = "The web app does not ask who is there"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_13"], trivy = ["AZU-0003"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = any([for a in self.auth_settings : a.enabled == true]) || any([for a in try(self.auth_settings_v2, []) : a.auth_enabled == true])
    message = "Whether callers are known is left to the program."
  }

  why  = "The platform can ask for a login before a request reaches the program."
  help = "Add auth_settings_v2 with auth_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "without auth_settings" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with auth_settings" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        auth_settings {
          enabled = true
        }
      }
    TF
  }
}
