rule "azurerm-container-registry-quarantine" {
  summary     = "Images may be pulled before they are checked"
  category    = "security"
  severity    = "low"
  tags        = ["supply-chain"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_166"] }

  resource "azurerm_container_registry" {
    require = self.quarantine_policy_enabled == true
    message = "Nothing holds an image back until it is checked."

    fix {
      set    = { quarantine_policy_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Images are started before a scan has looked at them."
  help = "Set quarantine_policy_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry"]

  example "without quarantine_policy_enabled" {
    flagged = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "quarantine_policy_enabled is true" {
    accepted = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        quarantine_policy_enabled = true
      }
    TF
  }
}
