rule "azurerm-app-service-error-log" {
  summary     = "The web app keeps no details of errors"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_65"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = any([for l in self.logs : l.detailed_error_messages == true || l.detailed_error_messages_enabled == true])
    message = "Details of errors are lost."
  }

  why  = "Errors that users see cannot be explained."
  help = "Set detailed_error_messages = true in the logs block."

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
          detailed_error_messages = true
        }
      }
    TF
  }
}
