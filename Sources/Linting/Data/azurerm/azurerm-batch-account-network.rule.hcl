rule "azurerm-batch-account-network" {
  summary     = "The batch account lets every network in"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_248"] }

  resource "azurerm_batch_account" {
    require = !any([for p in self.network_profile : any([for a in p.account_access : lower(a.default_action) == "allow"])])
    message = "Everybody may try to log in."
  }

  why  = "A key is all that is missing for everybody on the internet."
  help = "Add network_profile with account_access that denies by default."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/batch_account"]

  example "default_action is Allow" {
    flagged = <<-TF
      resource "azurerm_batch_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        network_profile {
          account_access {
            default_action = "Allow"
          }
        }
      }
    TF
  }

  example "default_action is Deny" {
    accepted = <<-TF
      resource "azurerm_batch_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        network_profile {
          account_access {
            default_action = "Deny"
          }
        }
      }
    TF
  }
}
