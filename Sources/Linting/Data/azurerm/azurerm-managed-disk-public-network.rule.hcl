rule "azurerm-managed-disk-public-network" {
  summary     = "The disk can be exported over the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_251"] }

  resource "azurerm_managed_disk" {
    require = self.public_network_access_enabled == false || contains(["DenyAll", "AllowPrivate"], self.network_access_policy)
    message = "Who gets a link reads the disk from anywhere."
  }

  why  = "Export links work from everywhere until they expire."
  help = "Set network_access_policy = \"DenyAll\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/managed_disk"]

  example "without public_network_access_enabled" {
    flagged = <<-TF
      resource "azurerm_managed_disk" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_managed_disk" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}
