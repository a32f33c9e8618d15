rule "azurerm-application-gateway-tls" {
  summary     = "The application gateway accepts old versions of TLS"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_218"] }

  resource "azurerm_application_gateway" {
    require = any([for p in self.ssl_policy : p.policy_type == "Predefined" && contains(["AppGwSslPolicy20170401S", "AppGwSslPolicy20220101", "AppGwSslPolicy20220101S"], p.policy_name) || contains(["Custom", "CustomV2"], p.policy_type) && contains(["TLSv1_2", "TLSv1_3"], p.min_protocol_version)])
    message = "No policy asks for TLS 1.2."
  }

  why  = "Without a policy the gateway takes what was usual when it was made."
  help = "Add ssl_policy with a current predefined policy."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_gateway"]

  example "without ssl_policy" {
    flagged = <<-TF
      resource "azurerm_application_gateway" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with ssl_policy" {
    accepted = <<-TF
      resource "azurerm_application_gateway" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        ssl_policy {
          policy_type = "Predefined"
          policy_name = "AppGwSslPolicy20220101S"
        }
      }
    TF
  }
}
