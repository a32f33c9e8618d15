rule "azurerm-function-app-logging" {
  summary     = "The function app writes no logs of its own"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_159"] }

  resource "azurerm_function_app" "azurerm_function_app_slot" {
    require = self.enable_builtin_logging != false
    message = "Built-in logging is switched off."

    fix {
      set    = { enable_builtin_logging = true }
      safety = "unsafe"
    }
  }

  why  = "Calls that fail leave no trace."
  help = "Remove enable_builtin_logging = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/function_app"]

  example "enable_builtin_logging is false" {
    flagged = <<-TF
      resource "azurerm_function_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        enable_builtin_logging = false
      }
    TF
  }

  example "enable_builtin_logging is true" {
    accepted = <<-TF
      resource "azurerm_function_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        enable_builtin_logging = true
      }
    TF
  }
}
