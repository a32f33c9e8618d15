rule "azurerm-storage-account-local-users" {
  summary     = "Users of the account's own get in"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_244"] }

  resource "azurerm_storage_account" {
    where   = self.is_hns_enabled == true || self.sftp_enabled == true || self.local_user_enabled != null
    require = self.local_user_enabled == false
    message = "SFTP users have passwords outside of your directory."

    fix {
      set    = { local_user_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "Local users have no second factor, and stay when somebody leaves."
  help = "Set local_user_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "local_user_enabled is true" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        local_user_enabled = true
      }
    TF
  }

  example "local_user_enabled is false" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        local_user_enabled = false
      }
    TF
  }
}
