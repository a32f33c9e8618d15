rule "azurerm-app-service-client-certificate" {
  summary     = "The web app asks clients for no certificate"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_17"], trivy = ["AZU-0001"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = try(self.client_certificate_enabled, null) == true || try(self.client_cert_enabled, null) == true
    message = "Clients are not known by certificates."
  }

  why  = "For programs that call each other, certificates are a second lock."
  help = "Set client_certificate_enabled = true where all clients have one."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "without client_certificate_enabled" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "client_certificate_enabled is true" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        client_certificate_enabled = true
      }
    TF
  }
}
