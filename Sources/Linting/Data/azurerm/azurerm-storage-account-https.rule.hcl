rule "azurerm-storage-account-https" {
  summary     = "The storage account accepts requests in clear"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_3"], trivy = ["AZU-0008", "AZU-0059"], kics = ["12944ec4-1fa0-47be-8b17-42a034f937c2"] }

  resource "azurerm_storage_account" {
    require = self.https_traffic_only_enabled != false && try(self.enable_https_traffic_only, null) != false

    fix {
      set    = { https_traffic_only_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Keys and data of requests over HTTP can be read and changed on the way."
  help = "Remove https_traffic_only_enabled = false; the default is true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "https_traffic_only_enabled is false" {
    flagged = <<-TF
      resource "azurerm_storage_account" "data" {
        name                       = "exampledata"
        resource_group_name        = "example"
        location                   = "westeurope"
        account_tier               = "Standard"
        account_replication_type   = "LRS"
        https_traffic_only_enabled = false
      }
    TF
  }

  example "without https_traffic_only_enabled" {
    accepted = <<-TF
      resource "azurerm_storage_account" "data" {
        name                     = "exampledata"
        resource_group_name      = "example"
        location                 = "westeurope"
        account_tier             = "Standard"
        account_replication_type = "LRS"
      }
    TF
  }
}
