rule "azurerm-app-service-ftp" {
  summary     = "The web app takes files over plain FTP"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_78"], trivy = ["AZU-0071"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = any([for s in self.site_config : contains(["Disabled", "FtpsOnly"], s.ftps_state)])
    message = "Passwords of deployment pass in clear."
  }

  why  = "Who listens gets the password, and with it the program."
  help = "Set ftps_state = \"Disabled\" in site_config."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "ftps_state is AllAllowed" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          ftps_state = "AllAllowed"
        }
      }
    TF
  }

  example "ftps_state is Disabled" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          ftps_state = "Disabled"
        }
      }
    TF
  }
}
