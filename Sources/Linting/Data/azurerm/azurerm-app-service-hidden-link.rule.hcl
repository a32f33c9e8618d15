rule "azurerm-app-service-hidden-link" {
  summary     = "Tags that Azure sets for Application Insights come back as changes in every plan"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { tflint = ["azurerm_app_service_app_insights_hidden_link"] }

  resource "azurerm_linux_web_app" "azurerm_linux_web_app_slot" "azurerm_windows_web_app" "azurerm_windows_web_app_slot" "azurerm_linux_function_app" "azurerm_linux_function_app_slot" "azurerm_windows_function_app" "azurerm_windows_function_app_slot" {
    let = {
      names = keys(coalesce(self.app_settings, {}))
      links = ["conn-string", "instrumentation-key", "resource-id"]
    }
    where   = any([for name in ["APPLICATIONINSIGHTS_CONNECTION_STRING", "APPINSIGHTS_INSTRUMENTATIONKEY"] : contains(names, name)])
    require = any([for path in self.lifecycle.ignore_changes : contains(["all", "tags"], path)]) || all([for link in links : contains(self.lifecycle.ignore_changes, "tags.hidden-link: /app-insights-${link}")])
    at      = self
    message = "Azure adds hidden-link tags to the app, which each plan takes away again."
  }

  why  = <<-TEXT
    The portal links an app to its Application Insights by three hidden tags. A plan that removes them each time hides the changes that
    matter, and breaks the link until the next start.
  TEXT
  help = "Name the tags hidden-link: /app-insights-conn-string, -instrumentation-key and -resource-id in ignore_changes."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app"]

  example "the tags come back" {
    flagged = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        service_plan_id     = "plan"

        app_settings = {
          APPLICATIONINSIGHTS_CONNECTION_STRING = "@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/insights)"
        }

        site_config {}
      }
    TF
  }

  example "the tags are left alone" {
    accepted = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        service_plan_id     = "plan"

        app_settings = {
          APPLICATIONINSIGHTS_CONNECTION_STRING = "@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/insights)"
        }

        site_config {}

        lifecycle {
          ignore_changes = [
            tags["hidden-link: /app-insights-conn-string"],
            tags["hidden-link: /app-insights-instrumentation-key"],
            tags["hidden-link: /app-insights-resource-id"],
          ]
        }
      }
    TF
  }
}
