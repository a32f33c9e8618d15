rule "azurerm-app-service-java-version" {
  summary     = "The web app runs an old Java"
  category    = "security"
  severity    = "low"
  tags        = ["upgrade"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_83"] }

  resource "azurerm_app_service" {
    require = !any([for s in self.site_config : s.java_version != null && s.java_version != "11"])
    message = "The version of Java has no updates."
  }

  why  = "Old versions keep known holes."
  help = "Use the newest version."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "java_version is 1.8" {
    flagged = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          java_version = "1.8"
        }
      }
    TF
  }

  example "java_version is 11" {
    accepted = <<-TF
      resource "azurerm_app_service" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          java_version = "11"
        }
      }
    TF
  }
}
