rule "azurerm-container-group-secret-variable" {
  summary    = "A secret is an ordinary variable of a container"
  category   = "secrets"
  severity   = "high"
  tags       = ["secrets"]
  covered_by = ["secret-container-environment"]

  resource "azurerm_container_group" {
    require = !any([for c in concat([for x in self.container : x], [for x in self.init_container : x]) : any([for k, v in coalesce(c.environment_variables, {}) : secret_kind(v, k) != null])])
    message = "A secret stands among the variables that everybody who may look sees."
  }

  why  = "Ordinary variables are shown in the portal and in logs."
  help = "Use secure_environment_variables."

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
            API_TOKEN = "ghp_Zk3vQ8mW1xT6bN9rL4cJ7yH2dF5sG0pAeU8i"
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

          environment_variables = {
            LOG_LEVEL = "info"
          }
        }
      }
    TF
  }
}
