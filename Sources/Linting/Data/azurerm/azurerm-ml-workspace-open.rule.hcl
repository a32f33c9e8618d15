rule "azurerm-ml-workspace-open" {
  summary     = "The workspace is opened to the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_49"] }

  resource "azurerm_machine_learning_workspace" {
    require = self.public_network_access_enabled != true
    message = "Everybody may try to log in."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "A hole or a token is all that is missing for everybody on the internet."
  help = "Remove public_network_access_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/machine_learning_workspace"]

  example "public_network_access_enabled is true" {
    flagged = <<-TF
      resource "azurerm_machine_learning_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = true
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_machine_learning_workspace" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access_enabled = false
      }
    TF
  }
}
