rule "azurerm-service-bus-tls" {
  summary     = "The namespace accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_205"] }

  resource "azurerm_servicebus_namespace" {
    require = contains(["1.2"], self.minimum_tls_version)
    message = "TLS 1.0 or 1.1 is accepted."
  }

  why  = "Clients that cannot speak TLS 1.2 are out of support, and Azure turns older versions off in steps: better to find them first."
  help = "Set minimum_tls_version = \"1.2\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/servicebus_namespace"]

  example "minimum_tls_version is 1.0" {
    flagged = <<-TF
      resource "azurerm_servicebus_namespace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        minimum_tls_version = "1.0"
      }
    TF
  }

  example "minimum_tls_version is 1.2" {
    accepted = <<-TF
      resource "azurerm_servicebus_namespace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        minimum_tls_version = "1.2"
      }
    TF
  }
}
