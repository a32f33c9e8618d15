rule "azurerm-container-registry-retention" {
  summary     = "Images without a tag are kept for ever"
  category    = "cost"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_167"] }

  resource "azurerm_container_registry" {
    require = contains(["Premium"], self.sku) && (self.retention_policy_in_days != null || any([for r in try(self.retention_policy, []) : r.enabled == true]))
    message = "What nobody names is kept and paid."
  }

  why  = "Every push leaves an image behind."
  help = "Use the tier Premium and set retention_policy_in_days."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry"]

  example "without retention_policy_in_days" {
    flagged = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "Premium"
      }
    TF
  }

  example "retention_policy_in_days is 14" {
    accepted = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku                      = "Premium"
        retention_policy_in_days = 14
      }
    TF
  }
}
