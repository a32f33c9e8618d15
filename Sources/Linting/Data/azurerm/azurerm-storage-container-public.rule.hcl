rule "azurerm-storage-container-public" {
  summary     = "Everybody may read the container"
  category    = "security"
  severity    = "high"
  tags        = ["public"]
  equivalents = { checkov = ["CKV_AZURE_34"], trivy = ["AZU-0007"] }

  resource "azurerm_storage_container" {
    require = contains(["private"], self.container_access_type) || self.container_access_type == null
    message = "Blobs of the container are public."
  }

  why  = "Who guesses or finds a name reads the data."
  help = "Set container_access_type = \"private\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_container"]

  example "container_access_type is blob" {
    flagged = <<-TF
      resource "azurerm_storage_container" "shop" {
        name                  = "data"
        storage_account_name  = "shop"
        container_access_type = "blob"
      }
    TF
  }

  example "container_access_type is private" {
    accepted = <<-TF
      resource "azurerm_storage_container" "shop" {
        name                  = "data"
        storage_account_name  = "shop"
        container_access_type = "private"
      }
    TF
  }
}
