rule "azurerm-service-bus-local-auth" {
  summary     = "The namespace accepts keys beside identities"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_203"] }

  resource "azurerm_servicebus_namespace" {
    require = self.local_auth_enabled == false
    message = "Whoever has a key gets in, without a name."

    fix {
      set    = { local_auth_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "Keys are shared, copied and seldom changed; identities are not, and what they do is logged by name."
  help = "Set local_auth_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/servicebus_namespace"]

  example "local_auth_enabled is true" {
    flagged = <<-TF
      resource "azurerm_servicebus_namespace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        local_auth_enabled = true
      }
    TF
  }

  example "local_auth_enabled is false" {
    accepted = <<-TF
      resource "azurerm_servicebus_namespace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        local_auth_enabled = false
      }
    TF
  }
}
