rule "azurerm-app-service-request-tracing" {
  summary     = "Requests that fail are not traced"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_66"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = any([for l in self.logs : l.failed_request_tracing == true || l.failed_request_tracing_enabled == true])
    message = "Failed requests leave no trace."
  }

  why  = "Errors that users see cannot be explained."
  help = "Set failed_request_tracing = true in the logs block."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "without logs" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with logs" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        logs {
          failed_request_tracing = true
        }
      }
    TF
  }
}
