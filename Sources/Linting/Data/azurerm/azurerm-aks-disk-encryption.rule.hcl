rule "azurerm-aks-disk-encryption" {
  summary     = "Disks of the cluster are encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AZURE_117"], trivy = ["AZU-0067"] }

  resource "azurerm_kubernetes_cluster" {
    require = self.disk_encryption_set_id != null
    message = "No key of your own protects the disks."
  }

  why  = <<-TEXT
    Disks of nodes and of persistent volumes hold images, logs and data of pods; a disk encryption set puts all of them under your key.
  TEXT
  help = "Set disk_encryption_set_id."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "without disk_encryption_set_id" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "disk_encryption_set_id is set" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        disk_encryption_set_id = "set"
      }
    TF
  }
}
