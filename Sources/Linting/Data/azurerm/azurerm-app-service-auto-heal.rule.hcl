rule "azurerm-app-service-auto-heal" {
  summary     = "The app is not restarted when it stops answering"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { tflint = ["azurerm_app_service_missing_auto_heal_setting"] }
  references  = ["https://learn.microsoft.com/azure/app-service/overview-diagnostics"]

  resource "azurerm_linux_web_app" "azurerm_linux_web_app_slot" "azurerm_windows_web_app" "azurerm_windows_web_app_slot" {
    where   = length(self.site_config) > 0
    require = length(self.site_config.auto_heal_setting) > 0
    at      = self.site_config
    message = "Nothing restarts an instance that answers with errors or not at all."
  }

  why  = <<-TEXT
    An instance that leaks memory or hangs answers with errors until somebody restarts it; auto-heal does so within minutes.
  TEXT
  help = "Add auto_heal_setting to site_config with an action and a trigger, such as ten answers above 499 in five minutes."

  example "no trigger" {
    flagged = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        service_plan_id     = "plan"

        site_config {
          always_on = true
        }
      }
    TF
  }

  example "recycled after errors" {
    accepted = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        service_plan_id     = "plan"

        site_config {
          auto_heal_setting {
            action {
              action_type = "Recycle"
            }

            trigger {
              status_code {
                count             = 10
                interval          = "00:05:00"
                status_code_range = "500-599"
              }
            }
          }
        }
      }
    TF
  }
}
