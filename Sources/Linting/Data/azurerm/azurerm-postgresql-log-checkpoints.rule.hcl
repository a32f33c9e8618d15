rule "azurerm-postgresql-log-checkpoints" {
  summary     = "The setting log_checkpoints of the database is off"
  category    = "security"
  severity    = "low"
  tags        = ["database"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_30"], trivy = ["AZU-0024"] }

  resource "azurerm_postgresql_configuration" {
    where   = self.name == "log_checkpoints"
    require = lower(self.value) == "on"
    message = "log_checkpoints is off."
  }

  why  = "Checkpoints explain pauses."
  help = "Set the value to on."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration"]

  example "value is off" {
    flagged = <<-TF
      resource "azurerm_postgresql_configuration" "shop" {
        server_name         = "shop"
        resource_group_name = "shop"
        name                = "log_checkpoints"
        value               = "off"
      }
    TF
  }

  example "value is on" {
    accepted = <<-TF
      resource "azurerm_postgresql_configuration" "shop" {
        server_name         = "shop"
        resource_group_name = "shop"
        name                = "log_checkpoints"
        value               = "on"
      }
    TF
  }
}
