rule "azurerm-cosmosdb-local-auth" {
  summary     = "The database accepts keys beside identities"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_140"] }

  resource "azurerm_cosmosdb_account" {
    require = self.local_authentication_disabled == true || try(self.local_authentication_enabled, null) == false
    message = "Whoever has a key gets in, without a name."
  }

  why  = "Keys are shared, copied and seldom changed."
  help = "Set local_authentication_disabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_account"]

  example "without local_authentication_disabled" {
    flagged = <<-TF
      resource "azurerm_cosmosdb_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "local_authentication_disabled is true" {
    accepted = <<-TF
      resource "azurerm_cosmosdb_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        local_authentication_disabled = true
      }
    TF
  }
}
