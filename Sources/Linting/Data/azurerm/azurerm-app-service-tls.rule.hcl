rule "azurerm-app-service-tls" {
  summary     = "The web app accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_15"], trivy = ["AZU-0006"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = !any([for s in self.site_config : any([for v in [s.minimum_tls_version, s.min_tls_version] : v != null && !contains(["1.2", "1.3"], tostring(v))])])
    message = "TLS 1.0 or 1.1 is accepted."
  }

  why  = "Browsers have refused TLS 1.0 and 1.1 since 2020, and auditors of card payments do so too."
  help = "Set minimum_tls_version = \"1.2\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "minimum_tls_version is 1.0" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          minimum_tls_version = "1.0"
        }
      }
    TF
  }

  example "minimum_tls_version is 1.2" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          minimum_tls_version = "1.2"
        }
      }
    TF
  }
}
