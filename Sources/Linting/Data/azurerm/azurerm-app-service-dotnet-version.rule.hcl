rule "azurerm-app-service-dotnet-version" {
  summary     = "The web app runs an old .NET"
  category    = "security"
  severity    = "low"
  tags        = ["upgrade"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_80"] }

  resource "azurerm_app_service" {
    require = !any([for s in self.site_config : s.dotnet_framework_version != null && !contains(["v8.0", "v9.0", "v10.0"], s.dotnet_framework_version)])
    message = "The version of .NET has no updates."
  }

  resource "azurerm_windows_web_app" {
    require = !any([for s in self.site_config : any([for a in s.application_stack : a.dotnet_version != null && !contains(["v8.0", "v9.0", "v10.0"], a.dotnet_version)])])
    message = "The version of .NET has no updates."
  }

  why  = "Old versions keep known holes."
  help = "Use a version that is maintained."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service"]

  example "an old one" {
    flagged = <<-TF
      resource "azurerm_windows_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          application_stack {
            dotnet_version = "v5.0"
          }
        }
      }
    TF
  }

  example "a maintained one" {
    accepted = <<-TF
      resource "azurerm_windows_web_app" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        site_config {
          application_stack {
            dotnet_version = "v8.0"
          }
        }
      }
    TF
  }
}
