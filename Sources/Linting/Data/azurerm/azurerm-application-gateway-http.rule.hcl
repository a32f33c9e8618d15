rule "azurerm-application-gateway-http" {
  summary     = "The application gateway serves without encryption"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_217"] }

  resource "azurerm_application_gateway" {
    require = all([for l in self.http_listener : l.protocol == "Https" || any([for r in self.request_routing_rule : r.http_listener_name == l.name && r.redirect_configuration_name != null])])
    message = "A listener speaks plain HTTP."
  }

  why  = "Who listens in between reads sessions and passwords."
  help = "Use Https, and keep Http only to redirect."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_gateway"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_application_gateway" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        http_listener {
          name                           = "web"
          frontend_ip_configuration_name = "public"
          frontend_port_name             = "http"
          protocol                       = "Http"
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_application_gateway" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        http_listener {
          name                           = "web"
          frontend_ip_configuration_name = "public"
          frontend_port_name             = "https"
          protocol                       = "Https"
        }
      }
    TF
  }
}
