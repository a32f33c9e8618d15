rule "azurerm-key-vault-network" {
  summary     = "The key vault answers every network"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_109"], trivy = ["AZU-0013"] }

  resource "azurerm_key_vault" {
    require = any([for n in self.network_acls : n.default_action == "Deny"])
    message = "Everybody may try a stolen token."
  }

  why  = "With rules, a stolen token is of use inside of your networks only."
  help = "Add network_acls with default_action = \"Deny\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault"]

  example "without network_acls" {
    flagged = <<-TF
      resource "azurerm_key_vault" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with network_acls" {
    accepted = <<-TF
      resource "azurerm_key_vault" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        network_acls {
          bypass         = "AzureServices"
          default_action = "Deny"
        }
      }
    TF
  }
}
