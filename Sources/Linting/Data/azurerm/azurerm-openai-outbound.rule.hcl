rule "azurerm-openai-outbound" {
  summary     = "The model may fetch from anywhere"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_247"] }

  resource "azurerm_cognitive_account" {
    where   = lower(self.kind) == "openai"
    require = self.outbound_network_access_restricted == true && length(self.fqdns) > 0
    message = "Data may leave to any address."
  }

  why  = "Prompts can make a model fetch an address with your data in it."
  help = "Set outbound_network_access_restricted = true and name the fqdns."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cognitive_account"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_cognitive_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        kind     = "OpenAI"
        sku_name = "S0"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_cognitive_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        kind                               = "OpenAI"
        sku_name                           = "S0"
        outbound_network_access_restricted = true
        fqdns                              = ["data.example.com"]
      }
    TF
  }
}
