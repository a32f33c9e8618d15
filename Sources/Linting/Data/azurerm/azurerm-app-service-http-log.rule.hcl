rule "azurerm-app-service-http-log" {
  summary     = "The web app keeps no log of requests"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_63"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = any([for l in self.logs : any([for h in l.http_logs : true])])
    message = "Requests leave no trace."
  }

  why  = "After an incident nobody can say what was asked."
  help = "Add http_logs to the logs block."

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
          http_logs {
            file_system {
              retention_in_days = 30
              retention_in_mb   = 35
            }
          }
        }
      }
    TF
  }
}
