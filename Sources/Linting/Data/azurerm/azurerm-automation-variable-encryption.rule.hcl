rule "azurerm-automation-variable-encryption" {
  summary     = "A variable of the automation account is in clear"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_73"] }

  resource "azurerm_automation_variable_bool" "azurerm_automation_variable_datetime" "azurerm_automation_variable_int" "azurerm_automation_variable_string" {
    require = self.encrypted == true
    message = "Who may look at the account reads the value."

    fix {
      set    = { encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Values that are not encrypted are shown to everybody who may look."
  help = "Set encrypted = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/automation_variable_bool"]

  example "without encrypted" {
    flagged = <<-TF
      resource "azurerm_automation_variable_bool" "shop" {
        name                    = "region"
        resource_group_name     = "shop"
        automation_account_name = "shop"
        value                   = "westeurope"
      }
    TF
  }

  example "encrypted is true" {
    accepted = <<-TF
      resource "azurerm_automation_variable_bool" "shop" {
        name                    = "region"
        resource_group_name     = "shop"
        automation_account_name = "shop"
        value                   = "westeurope"
        encrypted = true
      }
    TF
  }
}
