rule "azurerm-container-registry-anonymous" {
  summary     = "Everybody may pull from the registry"
  category    = "security"
  severity    = "medium"
  tags        = ["public"]
  equivalents = { checkov = ["CKV_AZURE_138"] }

  resource "azurerm_container_registry" {
    require = self.anonymous_pull_enabled != true || !contains(["Standard", "Premium"], self.sku)
    message = "Images can be pulled without login."
  }

  why  = "Images hold programs, and often settings and keys."
  help = "Remove anonymous_pull_enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry"]

  example "anonymous_pull_enabled is true" {
    flagged = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        sku                    = "Standard"
        anonymous_pull_enabled = true
      }
    TF
  }

  example "without anonymous_pull_enabled" {
    accepted = <<-TF
      resource "azurerm_container_registry" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        sku = "Standard"
      }
    TF
  }
}
