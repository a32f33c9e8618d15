rule "azurerm-container-registry-admin" {
  summary     = "The registry has a shared administrator"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AZURE_137"] }

  resource "azurerm_container_registry" {
    require = self.admin_enabled != true

    fix {
      set    = { admin_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "One password for everyone cannot be traced to a person or revoked for one."
  help = "Remove admin_enabled and use identities with roles."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_registry"]

  example "admin_enabled is true" {
    flagged = <<-TF
      resource "azurerm_container_registry" "this" {
        name                = "r"
        resource_group_name = "example"
        location            = "westeurope"
        sku                 = "Basic"
        admin_enabled       = true
      }
    TF
  }

  example "without admin_enabled" {
    accepted = <<-TF
      resource "azurerm_container_registry" "this" {
        name                = "r"
        resource_group_name = "example"
        location            = "westeurope"
        sku                 = "Basic"
      }
    TF
  }
}
