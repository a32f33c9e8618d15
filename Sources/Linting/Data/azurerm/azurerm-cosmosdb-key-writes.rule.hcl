rule "azurerm-cosmosdb-key-writes" {
  summary     = "Keys may change the account itself"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_132"] }

  resource "azurerm_cosmosdb_account" {
    require = self.access_key_metadata_writes_enabled == false
    message = "Who has a key may change databases and throughput."

    fix {
      set    = { access_key_metadata_writes_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "Keys are for data; changes of the account should need an identity."
  help = "Set access_key_metadata_writes_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_account"]

  example "access_key_metadata_writes_enabled is true" {
    flagged = <<-TF
      resource "azurerm_cosmosdb_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        access_key_metadata_writes_enabled = true
      }
    TF
  }

  example "access_key_metadata_writes_enabled is false" {
    accepted = <<-TF
      resource "azurerm_cosmosdb_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        access_key_metadata_writes_enabled = false
      }
    TF
  }
}
