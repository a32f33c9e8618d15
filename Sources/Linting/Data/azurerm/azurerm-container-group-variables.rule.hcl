rule "azurerm-container-group-variables" {
  summary     = "Variables of a container are not kept secret"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_235"] }

  resource "azurerm_container_group" {
    require = all([for c in self.container : c.environment_variables == null]) && all([for c in self.init_container : c.environment_variables == null])
    message = "Everybody who may look sees the variables."
  }

  why  = "Variables tend to hold more than was meant."
  help = "Use secure_environment_variables."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_group"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_container_group" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        container {
          name   = "web"
          image  = "registry.example.com/web:1.4"
          cpu    = "0.5"
          memory = "1.5"

          environment_variables = {
            LOG_LEVEL = "info"
          }
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_container_group" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        container {
          name   = "web"
          image  = "registry.example.com/web:1.4"
          cpu    = "0.5"
          memory = "1.5"
        }
      }
    TF
  }
}
