rule "azurerm-postgresql-log-connections" {
  summary     = "The setting log_connections of the database is off"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_31"], trivy = ["AZU-0019"] }

  resource "azurerm_postgresql_configuration" {
    where   = self.name == "log_connections"
    require = lower(self.value) == "on"
    message = "log_connections is off."
  }

  why  = "Attempts to log in leave no trace."
  help = "Set the value to on."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration"]

  example "value is off" {
    flagged = <<-TF
      resource "azurerm_postgresql_configuration" "shop" {
        server_name         = "shop"
        resource_group_name = "shop"
        name                = "log_connections"
        value               = "off"
      }
    TF
  }

  example "value is on" {
    accepted = <<-TF
      resource "azurerm_postgresql_configuration" "shop" {
        server_name         = "shop"
        resource_group_name = "shop"
        name                = "log_connections"
        value               = "on"
      }
    TF
  }
}
