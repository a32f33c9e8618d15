rule "azurerm-aks-http-routing" {
  summary     = "Routing for trials is switched on"
  category    = "security"
  severity    = "medium"
  tags        = ["kubernetes"]
  equivalents = { checkov = ["CKV_AZURE_246"] }

  resource "azurerm_kubernetes_cluster" {
    require = self.http_application_routing_enabled != true
    message = "An ingress without encryption answers on the internet."

    fix {
      set    = { http_application_routing_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "The add-on is meant for trials and is not maintained."
  help = "Remove http_application_routing_enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "http_application_routing_enabled is true" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        http_application_routing_enabled = true
      }
    TF
  }

  example "http_application_routing_enabled is false" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        http_application_routing_enabled = false
      }
    TF
  }
}
