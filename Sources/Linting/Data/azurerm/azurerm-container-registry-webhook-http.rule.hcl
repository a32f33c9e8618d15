rule "azurerm-container-registry-webhook-http" {
  summary     = "The registry calls a webhook without encryption"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV2_AZURE_30"] }

  resource "azurerm_container_registry_webhook" {
    require = startswith(lower(self.service_uri), "https://")
    message = "Events and tokens pass in clear."
  }

  why  = "Who listens can forge events."
  help = "Use an https address."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry_webhook"]

  example "service_uri is http://deploy.example.com" {
    flagged = <<-TF
      resource "azurerm_container_registry_webhook" "shop" {
        name                = "deploy"
        resource_group_name = "shop"
        registry_name       = "shop"
        location            = "westeurope"
        actions             = ["push"]
        service_uri = "http://deploy.example.com"
      }
    TF
  }

  example "service_uri is https://deploy.example.com" {
    accepted = <<-TF
      resource "azurerm_container_registry_webhook" "shop" {
        name                = "deploy"
        resource_group_name = "shop"
        registry_name       = "shop"
        location            = "westeurope"
        actions             = ["push"]
        service_uri = "https://deploy.example.com"
      }
    TF
  }
}
