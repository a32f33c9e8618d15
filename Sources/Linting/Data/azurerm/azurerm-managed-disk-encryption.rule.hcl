rule "azurerm-managed-disk-encryption" {
  summary     = "The disk is in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_2"], trivy = ["AZU-0038"] }

  resource "azurerm_managed_disk" {
    require = !any([for e in self.encryption_settings : try(e.enabled, null) == false])
    message = "Encryption of the disk is switched off."
  }

  why  = "Copies of the disk can be read by whoever gets them."
  help = "Remove enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/managed_disk"]

  example "off" {
    flagged = <<-TF
      resource "azurerm_managed_disk" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        encryption_settings {
          enabled = false
        }
      }
    TF
  }

  example "on" {
    accepted = <<-TF
      resource "azurerm_managed_disk" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        disk_encryption_set_id = "set"
      }
    TF
  }
}
