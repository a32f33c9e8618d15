rule "azurerm-cognitive-account-cmk" {
  summary     = "The account is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_AZURE_22"] }

  resource "azurerm_cognitive_account" {
    require = length(related("azurerm_cognitive_account_customer_managed_key", "cognitive_account_id")) > 0 || any([for k in self.customer_managed_key : true])
    message = "No key of your own protects the data."
  }

  why  = "Training data and custom models stay with the service until they are deleted; a key of your own ends access before that."
  help = "Name a key of your key vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cognitive_account"]

  example "without customer_managed_key" {
    flagged = <<-TF
      resource "azurerm_cognitive_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with customer_managed_key" {
    accepted = <<-TF
      resource "azurerm_cognitive_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        customer_managed_key {
          key_vault_key_id = "https://shop.vault.azure.net/keys/main/0123456789abcdef"
        }
      }
    TF
  }
}
