rule "azurerm-cognitive-account-identity" {
  summary     = "The cognitive account has no managed identity"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_238"] }

  resource "azurerm_cognitive_account" {
    require = any([for i in self.identity : i.type != null])
    message = "It needs keys of other services to reach them."
  }

  why  = "Storage and key vaults are then reached with account keys, which stand in requests and settings."
  help = "Add identity { type = \"SystemAssigned\" }, and give that identity its rights."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cognitive_account"]

  example "without identity" {
    flagged = <<-TF
      resource "azurerm_cognitive_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with identity" {
    accepted = <<-TF
      resource "azurerm_cognitive_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        identity {
          type = "SystemAssigned"
        }
      }
    TF
  }
}
