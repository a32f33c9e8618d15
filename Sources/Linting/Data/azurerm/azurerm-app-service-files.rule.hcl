rule "azurerm-app-service-files" {
  summary     = "The web app keeps its files on no share"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_88"] }

  resource "azurerm_app_service" "azurerm_linux_web_app" "azurerm_windows_web_app" {
    require = any([for s in self.storage_account : s.type == "AzureFiles"])
    message = "What the program writes is gone with its instance."
  }

  why  = "Instances come and go: a share keeps what they write."
  help = "Add storage_account with type = \"AzureFiles\" where the program writes files."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "none" {
    flagged = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "a share" {
    accepted = <<-TF
      variable "key" {
        sensitive = true
      }

      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        storage_account {
          name         = "files"
          type         = "AzureFiles"
          account_name = "shop"
          share_name   = "files"
          access_key   = var.key
        }
      }
    TF
  }
}
