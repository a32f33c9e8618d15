rule "azurerm-app-service-https" {
  summary     = "The app answers requests in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_14"], trivy = ["AZU-0072"] }

  resource "azurerm_linux_web_app" "azurerm_windows_web_app" "azurerm_linux_function_app" "azurerm_windows_function_app" {
    require = self.https_only == true

    fix {
      set    = { https_only = true }
      safety = "unsafe"
    }
  }

  why  = "Passwords and sessions can be read and changed on the way."
  help = "Set https_only = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app"]

  example "without https_only" {
    flagged = <<-TF
      resource "azurerm_linux_web_app" "this" {
        name                = "app"
        resource_group_name = "example"
        location            = "westeurope"
        service_plan_id     = "p"

        site_config {}
      }
    TF
  }

  example "https_only is true" {
    accepted = <<-TF
      resource "azurerm_linux_web_app" "this" {
        name                = "app"
        resource_group_name = "example"
        location            = "westeurope"
        service_plan_id     = "p"
        https_only          = true

        site_config {}
      }
    TF
  }
}
