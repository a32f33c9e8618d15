rule "azurerm-container-registry-trust" {
  summary     = "The registry takes images without signatures"
  category    = "security"
  severity    = "low"
  tags        = ["supply-chain"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_164"] }

  resource "azurerm_container_registry" {
    require = contains(["Premium"], self.sku) && (self.trust_policy_enabled == true || any([for t in try(self.trust_policy, []) : t.enabled == true]))
    message = "Who may push replaces images unseen."
  }

  why  = "Signatures show that an image is the one that was built."
  help = "Use the tier Premium and set trust_policy_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry"]

  example "without trust_policy_enabled" {
    flagged = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "Premium"
      }
    TF
  }

  example "trust_policy_enabled is true" {
    accepted = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku                  = "Premium"
        trust_policy_enabled = true
      }
    TF
  }
}
