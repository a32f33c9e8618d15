rule "azurerm-app-service-stack-version" {
  summary  = "The web app's language has no updates any more"
  category = "security"
  severity = "medium"
  tags     = ["upgrade"]

  resource "azurerm_app_service" {
    require     = !any([for s in self.site_config : s.php_version != null && contains(["5.6", "7.0", "7.1", "7.2", "7.3", "7.4", "8.0"], s.php_version)])
    message     = "The version of PHP has no updates."
    equivalents = { trivy = ["AZU-0069"] }
  }

  resource "azurerm_app_service" {
    require     = !any([for s in self.site_config : any([for v in ["2.7", "3.4", "3.5", "3.6", "3.7", "3.8"] : s.python_version == v || startswith(s.python_version, "${v}.")])])
    message     = "The version of Python has no updates."
    equivalents = { trivy = ["AZU-0070"] }
  }

  resource "azurerm_linux_web_app" {
    require     = !any([for s in self.site_config : any([for a in s.application_stack : a.php_version != null && contains(["7.0", "7.1", "7.2", "7.3", "7.4", "8.0"], a.php_version)])])
    message     = "The version of PHP has no updates."
    equivalents = { trivy = ["AZU-0069"] }
  }

  resource "azurerm_linux_web_app" {
    require     = !any([for s in self.site_config : any([for a in s.application_stack : a.python_version != null && contains(["2.7", "3.4", "3.5", "3.6", "3.7", "3.8"], a.python_version)])])
    message     = "The version of Python has no updates."
    equivalents = { trivy = ["AZU-0070"] }
  }

  why  = "Old versions keep known holes."
  help = "Use a version that is maintained."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "an old one" {
    flagged = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          application_stack {
            php_version = "7.4"
          }
        }
      }
    TF
  }

  example "a maintained one" {
    accepted = <<-TF
      resource "azurerm_linux_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          application_stack {
            php_version = "8.3"
          }
        }
      }
    TF
  }
}
