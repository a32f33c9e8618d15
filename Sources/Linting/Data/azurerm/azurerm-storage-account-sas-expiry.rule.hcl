rule "azurerm-storage-account-sas-expiry" {
  summary     = "Signed links of the account need not end"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_41"] }

  resource "azurerm_storage_account" {
    require = self.shared_access_key_enabled == false || any([for s in self.sas_policy : s.expiration_period != null])
    message = "A link may be good for years."
  }

  why  = "Links are forwarded and found; an end limits the harm."
  help = "Add sas_policy with expiration_period."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        shared_access_key_enabled = true

        sas_policy {
          expiration_period = "07.00:00:00"
        }
      }
    TF
  }
}
