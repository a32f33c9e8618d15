rule "azurerm-data-lake-store-encryption" {
  summary     = "The data lake is not encrypted"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_105"], trivy = ["AZU-0036"] }

  # The type is gone since version 3 of the provider: the pattern stands for it alone.
  resource "azurerm_data_lake_*store" {
    require = self.encryption_state != "Disabled"
    message = "The store writes its files in clear."
  }

  why  = "A disk or backup of the store that leaves the data centre can be read by whoever has it."
  help = <<-TEXT
    Remove encryption_state, or better move to a storage account with a hierarchical namespace: the service itself was closed in 2024.
  TEXT

  example "turned off" {
    flagged = <<-TF
      resource "azurerm_data_lake_store" "logs" {
        name                = "logs"
        resource_group_name = "shop"
        location            = "westeurope"
        encryption_state    = "Disabled"
      }
    TF
  }

  example "left as it is" {
    accepted = <<-TF
      resource "azurerm_data_lake_store" "logs" {
        name                = "logs"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }
}
