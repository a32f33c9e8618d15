rule "azurerm-storage-account-public-blobs" {
  summary     = "Containers of the storage account may be made public"
  category    = "security"
  severity    = "medium"
  tags        = ["public"]
  equivalents = { checkov = ["CKV_AZURE_190"], kics = ["dd5230f8-a577-4bbb-b7ac-f2c2fe7d5299"] }

  resource "azurerm_storage_account" {
    require = self.allow_nested_items_to_be_public == false

    fix {
      set    = { allow_nested_items_to_be_public = false }
      safety = "unsafe"
    }
  }

  why  = "One container with anonymous access exposes its blobs to anyone who guesses their names. The account can forbid it for all containers."
  help = "Set allow_nested_items_to_be_public = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "without allow_nested_items_to_be_public" {
    flagged = <<-TF
      resource "azurerm_storage_account" "data" {
        name                     = "exampledata"
        resource_group_name      = "example"
        location                 = "westeurope"
        account_tier             = "Standard"
        account_replication_type = "LRS"
      }
    TF
  }

  example "allow_nested_items_to_be_public is false" {
    accepted = <<-TF
      resource "azurerm_storage_account" "data" {
        name                            = "exampledata"
        resource_group_name             = "example"
        location                        = "westeurope"
        account_tier                    = "Standard"
        account_replication_type        = "LRS"
        allow_nested_items_to_be_public = false
      }
    TF
  }
}
