rule "azurerm-event-hub-tls" {
  summary     = "The namespace accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_223"] }

  resource "azurerm_eventhub_namespace" {
    require = contains(["1.2"], self.minimum_tls_version) || self.minimum_tls_version == null
    message = "TLS 1.0 or 1.1 is accepted."
  }

  why  = "Devices and agents often offer old versions first; what the namespace accepts, they will use."
  help = "Set minimum_tls_version = \"1.2\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub_namespace"]

  example "minimum_tls_version is 1.0" {
    flagged = <<-TF
      resource "azurerm_eventhub_namespace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        minimum_tls_version = "1.0"
      }
    TF
  }

  example "minimum_tls_version is 1.2" {
    accepted = <<-TF
      resource "azurerm_eventhub_namespace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        minimum_tls_version = "1.2"
      }
    TF
  }
}
