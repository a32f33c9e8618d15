rule "azurerm-storage-account-network" {
  summary     = "The account answers every network"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_35"], trivy = ["AZU-0012"] }

  resource "azurerm_storage_account" {
    where   = true
    require = any([for n in self.network_rules : n.default_action == "Deny"]) || self.public_network_access_enabled == false || any([for r in related("azurerm_storage_account_network_rules", "storage_account_id") : r.default_action == "Deny"])
    message = "Everybody may try a stolen key."
  }

  resource "azurerm_storage_account_network_rules" {
    require = self.default_action == "Deny"
    message = "Networks that no rule names get in."

    fix {
      set    = { default_action = "Deny" }
      safety = "unsafe"
    }
  }

  why  = "With rules, a stolen key is of use inside of your networks only."
  help = "Set default_action = \"Deny\" and name the networks."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "every network" {
    flagged = <<-TF
      resource "azurerm_storage_account_network_rules" "shop" {
        storage_account_id = "account"
        default_action     = "Allow"
      }
    TF
  }

  example "some" {
    accepted = <<-TF
      resource "azurerm_storage_account_network_rules" "shop" {
        storage_account_id = "account"
        default_action     = "Deny"
      }
    TF
  }
}
