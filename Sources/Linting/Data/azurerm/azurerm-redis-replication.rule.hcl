rule "azurerm-redis-replication" {
  summary     = "The cache has one node"
  category    = "reliability"
  severity    = "low"
  tags        = ["availability"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_230"] }

  resource "azurerm_redis_cache" {
    require = contains(["Standard", "Premium"], self.sku_name)
    message = "When the node is replaced, everything in it is gone."
  }

  why  = "The tier Basic has no second node and no service level."
  help = "Set sku_name = \"Standard\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_cache"]

  example "sku_name is Basic" {
    flagged = <<-TF
      resource "azurerm_redis_cache" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku_name = "Basic"
        capacity = 1
        family   = "C"
      }
    TF
  }

  example "sku_name is Standard" {
    accepted = <<-TF
      resource "azurerm_redis_cache" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku_name = "Standard"
        capacity = 1
        family   = "C"
      }
    TF
  }
}
