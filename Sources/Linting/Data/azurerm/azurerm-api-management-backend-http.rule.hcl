rule "azurerm-api-management-backend-http" {
  summary     = "The gateway talks to a backend in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_215"] }

  resource "azurerm_api_management_backend" {
    require = startswith(lower(self.url), "https://")
    message = "Requests and answers pass without encryption."
  }

  why  = "Who listens between gateway and backend reads tokens and data."
  help = "Use an https address."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management_backend"]

  example "url is http://orders.example.com" {
    flagged = <<-TF
      resource "azurerm_api_management_backend" "shop" {
        name                = "orders"
        resource_group_name = "shop"
        api_management_name = "shop"

        protocol = "http"
        url      = "http://orders.example.com"
      }
    TF
  }

  example "url is https://orders.example.com" {
    accepted = <<-TF
      resource "azurerm_api_management_backend" "shop" {
        name                = "orders"
        resource_group_name = "shop"
        api_management_name = "shop"

        protocol = "http"
        url      = "https://orders.example.com"
      }
    TF
  }
}
