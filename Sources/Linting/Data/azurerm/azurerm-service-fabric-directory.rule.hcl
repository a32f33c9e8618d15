rule "azurerm-service-fabric-directory" {
  summary     = "The cluster does not use your directory"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_126"] }

  resource "azurerm_service_fabric_cluster" {
    require = any([for a in self.azure_active_directory : a.tenant_id != null])
    message = "Clients are known by certificates only."
  }

  why  = "Identities of the directory have second factors and an end."
  help = "Add azure_active_directory."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/service_fabric_cluster"]

  example "without azure_active_directory" {
    flagged = <<-TF
      resource "azurerm_service_fabric_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with azure_active_directory" {
    accepted = <<-TF
      resource "azurerm_service_fabric_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        azure_active_directory {
          tenant_id              = "tenant"
          cluster_application_id = "cluster"
          client_application_id  = "client"
        }
      }
    TF
  }
}
