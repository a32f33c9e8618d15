rule "azurerm-postgresql-log-retention" {
  summary     = "The setting log_retention of the database is off"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_146"] }

  resource "azurerm_postgresql_configuration" {
    where   = self.name == "log_retention"
    require = lower(self.value) == "on"
    message = "log_retention is off."
  }

  why  = "Logs that are thrown away explain nothing."
  help = "Set the value to on."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration"]

  example "value is off" {
    flagged = <<-TF
      resource "azurerm_postgresql_configuration" "shop" {
        server_name         = "shop"
        resource_group_name = "shop"
        name                = "log_retention"
        value               = "off"
      }
    TF
  }

  example "value is on" {
    accepted = <<-TF
      resource "azurerm_postgresql_configuration" "shop" {
        server_name         = "shop"
        resource_group_name = "shop"
        name                = "log_retention"
        value               = "on"
      }
    TF
  }
}
