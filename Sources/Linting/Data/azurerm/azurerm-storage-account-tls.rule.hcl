rule "azurerm-storage-account-tls" {
  summary     = "The storage account accepts outdated versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_44"], trivy = ["AZU-0011", "AZU-0059"] }

  resource "azurerm_storage_account" {
    require = self.min_tls_version == null || contains(["TLS1_2", "TLS1_3"], self.min_tls_version)

    fix {
      set    = { min_tls_version = "TLS1_2" }
      safety = "unsafe"
    }
  }

  why  = "TLS 1.0 and 1.1 have known weaknesses, and no supported client needs them."
  help = "Set min_tls_version to TLS1_2, the default."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "min_tls_version is TLS1_0" {
    flagged = <<-TF
      resource "azurerm_storage_account" "data" {
        name                     = "exampledata"
        resource_group_name      = "example"
        location                 = "westeurope"
        account_tier             = "Standard"
        account_replication_type = "LRS"
        min_tls_version          = "TLS1_0"
      }
    TF
  }

  example "min_tls_version is TLS1_2" {
    accepted = <<-TF
      resource "azurerm_storage_account" "data" {
        name                     = "exampledata"
        resource_group_name      = "example"
        location                 = "westeurope"
        account_tier             = "Standard"
        account_replication_type = "LRS"
        min_tls_version          = "TLS1_2"
      }
    TF
  }
}
