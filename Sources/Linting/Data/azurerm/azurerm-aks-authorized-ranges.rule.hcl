rule "azurerm-aks-authorized-ranges" {
  summary     = "Nothing limits who reaches the control plane"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_6"], trivy = ["AZU-0041"] }

  resource "azurerm_kubernetes_cluster" {
    require = any([for a in self.api_server_access_profile : length(a.authorized_ip_ranges) > 0]) || self.private_cluster_enabled == true || length(try(self.api_server_authorized_ip_ranges, [])) > 0
    message = "The API server takes connections from every address."
  }

  why  = "Without ranges every address may talk to the API server."
  help = "Add api_server_access_profile with authorized_ip_ranges."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "without api_server_access_profile" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with api_server_access_profile" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        api_server_access_profile {
          authorized_ip_ranges = ["203.0.113.0/24"]
        }
      }
    TF
  }
}
