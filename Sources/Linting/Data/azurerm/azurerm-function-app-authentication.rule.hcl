rule "azurerm-function-app-authentication" {
  summary     = "The function app does not ask who is there"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_56"] }

  resource "azurerm_function_app" {
    require = any([for a in self.auth_settings : a.enabled == true])
    message = "Whether callers are known is left to the program."
  }

  why  = "The platform can ask for a login before a request reaches the program."
  help = "Add auth_settings { enabled = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/function_app"]

  example "without auth_settings" {
    flagged = <<-TF
      resource "azurerm_function_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with auth_settings" {
    accepted = <<-TF
      resource "azurerm_function_app" "shop" {
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
