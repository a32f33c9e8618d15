rule "azurerm-spring-portal-public" {
  summary     = "The portal answers on the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_162"] }

  resource "azurerm_spring_cloud_api_portal" {
    require = self.public_network_access_enabled != true
    message = "Everybody may look at the APIs."

    fix {
      set    = { public_network_access_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "A portal says what there is to attack."
  help = "Remove public_network_access_enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/spring_cloud_api_portal"]

  example "public_network_access_enabled is true" {
    flagged = <<-TF
      resource "azurerm_spring_cloud_api_portal" "shop" {
        name                    = "default"
        spring_cloud_service_id = "service"
        public_network_access_enabled = true
      }
    TF
  }

  example "public_network_access_enabled is false" {
    accepted = <<-TF
      resource "azurerm_spring_cloud_api_portal" "shop" {
        name                    = "default"
        spring_cloud_service_id = "service"
        public_network_access_enabled = false
      }
    TF
  }
}
