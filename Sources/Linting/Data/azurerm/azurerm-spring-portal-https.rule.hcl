rule "azurerm-spring-portal-https" {
  summary     = "The portal answers in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_161"] }

  resource "azurerm_spring_cloud_api_portal" {
    require = self.https_only_enabled == true
    message = "The portal may be called over plain HTTP."

    fix {
      set    = { https_only_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Who listens in between reads sessions."
  help = "Set https_only_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/spring_cloud_api_portal"]

  example "without https_only_enabled" {
    flagged = <<-TF
      resource "azurerm_spring_cloud_api_portal" "shop" {
        name                    = "default"
        spring_cloud_service_id = "service"
      }
    TF
  }

  example "https_only_enabled is true" {
    accepted = <<-TF
      resource "azurerm_spring_cloud_api_portal" "shop" {
        name                    = "default"
        spring_cloud_service_id = "service"
        https_only_enabled = true
      }
    TF
  }
}
