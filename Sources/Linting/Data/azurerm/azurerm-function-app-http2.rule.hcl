rule "azurerm-function-app-http2" {
  summary     = "The function app speaks HTTP/1.1 only"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_67"] }

  resource "azurerm_function_app" "azurerm_function_app_slot" {
    require = any([for s in self.site_config : s.http2_enabled == true])
    message = "HTTP/2 is off."
  }

  why  = "HTTP/2 needs fewer connections."
  help = "Set http2_enabled = true in site_config."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/function_app"]

  example "without site_config" {
    flagged = <<-TF
      resource "azurerm_function_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with site_config" {
    accepted = <<-TF
      resource "azurerm_function_app" "shop" {
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
