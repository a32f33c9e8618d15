rule "azurerm-storage-account-anonymous-blobs" {
  summary     = "Containers of the account may be opened to everybody"
  category    = "security"
  severity    = "low"
  tags        = ["public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_47"] }

  resource "azurerm_storage_account" {
    require = self.allow_nested_items_to_be_public == false
    message = "One setting of a container makes it public."

    fix {
      set    = { allow_nested_items_to_be_public = false }
      safety = "unsafe"
    }
  }

  why  = "With public access closed at the account, a mistaken container is harmless."
  help = "Set allow_nested_items_to_be_public = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "allow_nested_items_to_be_public is true" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        allow_nested_items_to_be_public = true
      }
    TF
  }

  example "allow_nested_items_to_be_public is false" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        allow_nested_items_to_be_public = false
      }
    TF
  }
}
