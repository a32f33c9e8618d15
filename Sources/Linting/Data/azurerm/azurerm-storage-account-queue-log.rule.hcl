rule "azurerm-storage-account-queue-log" {
  summary     = "Use of the account's queues is not logged"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_33"], trivy = ["AZU-0009", "AZU-0057"] }

  resource "azurerm_storage_account" {
    require = any([for p in self.queue_properties : any([for l in p.logging : l.delete == true && l.read == true && l.write == true])])
    message = "Who read or removed messages cannot be told."
  }

  why  = "Messages that vanish leave no trace."
  help = "Add logging to queue_properties."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "without queue_properties" {
    flagged = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with queue_properties" {
    accepted = <<-TF
      resource "azurerm_storage_account" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        queue_properties {
          logging {
            delete                = true
            read                  = true
            write                 = true
            version               = "1.0"
            retention_policy_days = 10
          }
        }
      }
    TF
  }
}
