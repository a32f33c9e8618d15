rule "azurerm-storage-account-soft-delete" {
  summary     = "What is deleted from the account is gone at once"
  category    = "reliability"
  severity    = "low"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_38"], trivy = ["AZU-0056"] }

  resource "azurerm_storage_account" {
    where   = lower(self.account_kind) != "filestorage"
    require = any([for b in self.blob_properties : any([for d in b.delete_retention_policy : d.days == null || d.days > 0])])
    message = "Deleted blobs cannot be brought back."
  }

  why  = "A mistake or an attacker deletes for good."
  help = "Add delete_retention_policy to blob_properties."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "without blob_properties" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with blob_properties" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        blob_properties {
          delete_retention_policy {
            days = 14
          }
        }
      }
    TF
  }
}
