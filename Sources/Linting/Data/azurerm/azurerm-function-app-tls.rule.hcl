rule "azurerm-function-app-tls" {
  summary     = "The function app accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_145"] }

  resource "azurerm_function_app" "azurerm_function_app_slot" "azurerm_linux_function_app" "azurerm_linux_function_app_slot" "azurerm_windows_function_app" "azurerm_windows_function_app_slot" {
    require = !any([for s in self.site_config : any([for v in [s.minimum_tls_version, s.min_tls_version] : v != null && !contains(["1.2", "1.3"], tostring(v))])])
    message = "TLS 1.0 or 1.1 is accepted."
  }

  why  = "Function keys travel in the address or a header; over TLS 1.0 or 1.1 they can be recovered by who stands in between."
  help = "Set minimum_tls_version = \"1.2\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/function_app"]

  example "min_tls_version is 1.0" {
    flagged = <<-TF
      resource "azurerm_function_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          min_tls_version = "1.0"
        }
      }
    TF
  }

  example "min_tls_version is 1.2" {
    accepted = <<-TF
      resource "azurerm_function_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          min_tls_version = "1.2"
        }
      }
    TF
  }
}
