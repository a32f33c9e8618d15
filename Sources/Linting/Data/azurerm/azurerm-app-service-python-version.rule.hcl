rule "azurerm-app-service-python-version" {
  summary     = "The web app runs an old Python"
  category    = "security"
  severity    = "low"
  tags        = ["upgrade"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_82"] }

  resource "azurerm_app_service" {
    require = !any([for s in self.site_config : s.python_version != null && s.python_version != "3.4"])
    message = "The version of Python has no updates."
  }

  why  = "Old versions keep known holes."
  help = "Use the newest version."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "python_version is 2.7" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          python_version = "2.7"
        }
      }
    TF
  }

  example "python_version is 3.4" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          python_version = "3.4"
        }
      }
    TF
  }
}
