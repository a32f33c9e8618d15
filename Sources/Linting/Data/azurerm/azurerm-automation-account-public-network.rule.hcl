rule "azurerm-automation-account-public-network" {
  summary     = "The automation account can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_24"] }

  resource "azurerm_automation_account" {
    require = self.public_network_access_enabled == false
    message = "Everybody may try to log in."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = <<-TEXT
    Webhooks and the job agent's address take commands for runbooks that change the subscription: a leaked webhook address is enough.
  TEXT
  help = "Set public_network_access_enabled = false and add a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/automation_account"]

  example "public_network_access_enabled is true" {
    flagged = <<-TF
      resource "azurerm_automation_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = true
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_automation_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}
