rule "azurerm-recovery-vault-identity" {
  summary     = "The vault has no managed identity"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_35"] }

  resource "azurerm_recovery_services_vault" {
    require = any([for i in self.identity : i.type != null])
    message = "It needs keys of other services to reach them."
  }

  why  = "Private endpoints and customer-managed keys of the vault need an identity; adding it later to a vault with backups has limits."
  help = "Add identity { type = \"SystemAssigned\" }, and give that identity its rights."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/recovery_services_vault"]

  example "without identity" {
    flagged = <<-TF
      resource "azurerm_recovery_services_vault" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with identity" {
    accepted = <<-TF
      resource "azurerm_recovery_services_vault" "shop" {
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
