rule "azurerm-aks-upgrade-channel" {
  summary     = "The cluster is not upgraded by itself"
  category    = "security"
  severity    = "low"
  tags        = ["upgrade"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_171"] }

  resource "azurerm_kubernetes_cluster" {
    require = try(self.automatic_upgrade_channel, null) != null && try(self.automatic_upgrade_channel, null) != "none" || try(self.automatic_channel_upgrade, null) != null && try(self.automatic_channel_upgrade, null) != "none"
    message = "Upgrades wait for somebody to think of them."
  }

  why  = "Versions are supported for a year; what stays behind keeps known holes."
  help = "Set automatic_upgrade_channel = \"patch\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "without automatic_upgrade_channel" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "automatic_upgrade_channel is patch" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        automatic_upgrade_channel = "patch"
      }
    TF
  }
}
