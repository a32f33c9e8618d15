rule "azurerm-service-fabric-protection" {
  summary     = "Nodes of the cluster talk in clear"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_125"] }

  resource "azurerm_service_fabric_cluster" {
    require = any([for f in self.fabric_settings : f.name == "Security" && any([for k, v in coalesce(f.parameters, {}) : v == "EncryptAndSign"])])
    message = "Messages between nodes are not encrypted and signed."
  }

  why  = "Who gets into the network reads and forges messages of the cluster."
  help = "Set ClusterProtectionLevel to EncryptAndSign."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/service_fabric_cluster"]

  example "without fabric_settings" {
    flagged = <<-TF
      resource "azurerm_service_fabric_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with fabric_settings" {
    accepted = <<-TF
      resource "azurerm_service_fabric_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        fabric_settings {
          name = "Security"

          parameters = {
            ClusterProtectionLevel = "EncryptAndSign"
          }
        }
      }
    TF
  }
}
