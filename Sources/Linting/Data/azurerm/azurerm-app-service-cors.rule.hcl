rule "azurerm-app-service-cors" {
  summary     = "Any website may call the web app from its visitors' browsers"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AZURE_57"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = !any([for s in self.site_config : any([for c in s.cors : any([for o in coalesce(c.allowed_origins, []) : o == "*"])])])
    message = "Every origin is allowed."
  }

  why  = "Scripts of any site act with the sessions of your visitors."
  help = "Name the origins."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "allowed_origins is *" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          cors {
            allowed_origins = ["*"]
          }
        }
      }
    TF
  }

  example "allowed_origins is https://shop.example.com" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          cors {
            allowed_origins = ["https://shop.example.com"]
          }
        }
      }
    TF
  }
}
