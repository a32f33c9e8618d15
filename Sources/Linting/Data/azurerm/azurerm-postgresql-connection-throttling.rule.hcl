rule "azurerm-postgresql-connection-throttling" {
  summary     = "The setting connection_throttling of the database is off"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_32"], trivy = ["AZU-0021"] }

  resource "azurerm_postgresql_configuration" {
    where   = self.name == "connection_throttling"
    require = lower(self.value) == "on"
    message = "connection_throttling is off."
  }

  why  = "Passwords can be tried without a pause."
  help = "Set the value to on."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration"]

  example "value is off" {
    flagged = <<-TF
      resource "azurerm_postgresql_configuration" "shop" {
        server_name         = "shop"
        resource_group_name = "shop"
        name                = "connection_throttling"
        value               = "off"
      }
    TF
  }

  example "value is on" {
    accepted = <<-TF
      resource "azurerm_postgresql_configuration" "shop" {
        server_name         = "shop"
        resource_group_name = "shop"
        name                = "connection_throttling"
        value               = "on"
      }
    TF
  }
}
