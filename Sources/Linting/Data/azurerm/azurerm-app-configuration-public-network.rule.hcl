rule "azurerm-app-configuration-public-network" {
  summary     = "The configuration store can be reached from the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_185"] }

  resource "azurerm_app_configuration" {
    require = self.public_network_access != "Enabled"
    message = "Everybody may try to log in."
  }

  why  = "A key is all that is missing for everybody on the internet."
  help = "Set public_network_access = \"Disabled\" and add a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_configuration"]

  example "public_network_access is Enabled" {
    flagged = <<-TF
      resource "azurerm_app_configuration" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access = "Enabled"
      }
    TF
  }

  example "public_network_access is Disabled" {
    accepted = <<-TF
      resource "azurerm_app_configuration" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        public_network_access = "Disabled"
      }
    TF
  }
}
