rule "azurerm-api-management-tls" {
  summary     = "The gateway accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_173"] }

  resource "azurerm_api_management" {
    require = !any([for s in self.security : any([for k in [s.enable_backend_ssl30, s.backend_ssl30_enabled, s.backend_tls10_enabled, s.enable_backend_tls10, s.backend_tls11_enabled, s.enable_backend_tls11, s.enable_frontend_ssl30, s.frontend_ssl30_enabled, s.enable_frontend_tls10, s.frontend_tls10_enabled, s.enable_frontend_tls11, s.frontend_tls11_enabled] : k == true])])
    message = "SSL 3.0, TLS 1.0 or 1.1 is switched on."
  }

  why  = "The gateway speaks for every interface behind it: an old version that it accepts weakens all of them, on both sides."
  help = "Remove the settings that switch old versions on."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management"]

  example "backend_tls10_enabled is true" {
    flagged = <<-TF
      resource "azurerm_api_management" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        security {
          backend_tls10_enabled = true
        }
      }
    TF
  }

  example "backend_tls10_enabled is false" {
    accepted = <<-TF
      resource "azurerm_api_management" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        security {
          backend_tls10_enabled = false
        }
      }
    TF
  }
}
