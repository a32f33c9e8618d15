rule "azurerm-app-service-php-version" {
  summary     = "The web app runs an old PHP"
  category    = "security"
  severity    = "low"
  tags        = ["upgrade"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_81"] }

  resource "azurerm_app_service" {
    require = !any([for s in self.site_config : s.php_version != null && s.php_version != "7.4"])
    message = "The version of PHP has no updates."
  }

  why  = "Old versions keep known holes."
  help = "Use the newest version."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "php_version is 5.6" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          php_version = "5.6"
        }
      }
    TF
  }

  example "php_version is 7.4" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          php_version = "7.4"
        }
      }
    TF
  }
}
