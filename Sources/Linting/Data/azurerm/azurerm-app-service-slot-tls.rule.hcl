rule "azurerm-app-service-slot-tls" {
  summary     = "A slot accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_154"] }

  resource "azurerm_app_service_slot" {
    require = !any([for s in self.site_config : s.min_tls_version != null && !contains(["1.2", "1.3"], tostring(s.min_tls_version))])
    message = "TLS 1.0 or 1.1 is accepted."
  }

  why  = "A slot is swapped into production together with its settings: what it accepts today, production accepts after the next swap."
  help = "Set min_tls_version = \"1.2\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service_slot"]

  example "min_tls_version is 1.1" {
    flagged = <<-TF
      resource "azurerm_app_service_slot" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          min_tls_version = "1.1"
        }
      }
    TF
  }

  example "min_tls_version is 1.2" {
    accepted = <<-TF
      resource "azurerm_app_service_slot" "shop" {
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
