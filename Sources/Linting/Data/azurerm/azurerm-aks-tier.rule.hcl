rule "azurerm-aks-tier" {
  summary     = "The control plane has no service level"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_170"] }

  resource "azurerm_kubernetes_cluster" {
    require = contains(["Standard", "Premium"], self.sku_tier)
    message = "The free tier promises nothing."
  }

  why  = "When the API server of a free cluster fails, nobody has to mend it."
  help = "Set sku_tier = \"Standard\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "sku_tier is Free" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku_tier = "Free"
      }
    TF
  }

  example "sku_tier is Standard" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku_tier = "Standard"
      }
    TF
  }
}
