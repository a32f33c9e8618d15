rule "azurerm-sql-public-access" {
  summary     = "The server can be reached from the internet"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_113"] }

  resource "azurerm_mssql_server" {
    require = self.public_network_access_enabled == false

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "Firewall rules and the password are all that stands between the internet and the data."
  help = "Set public_network_access_enabled = false and use a private endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server"]

  example "without public_network_access_enabled" {
    flagged = <<-TF
      resource "azurerm_mssql_server" "this" {
        name                = "s"
        resource_group_name = "example"
        location            = "westeurope"
        version             = "12.0"
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_mssql_server" "this" {
        name                          = "s"
        resource_group_name           = "example"
        location                      = "westeurope"
        version                       = "12.0"
        public_network_access_enabled = false
      }
    TF
  }
}
