rule "azurerm-app-service-slot-debugging" {
  summary     = "Remote debugging of a slot is open"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AZURE_155"] }

  resource "azurerm_app_service_slot" {
    require = !any([for s in self.site_config : s.remote_debugging_enabled == true])
    message = "A debugger may attach over the internet."
  }

  why  = "Who attaches reads memory and changes what runs."
  help = "Remove remote_debugging_enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service_slot"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_app_service_slot" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          remote_debugging_enabled = true
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_app_service_slot" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          http2_enabled = true
        }
      }
    TF
  }
}
