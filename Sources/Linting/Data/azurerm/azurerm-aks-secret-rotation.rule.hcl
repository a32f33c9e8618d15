rule "azurerm-aks-secret-rotation" {
  summary     = "Mounted secrets of the vault are not renewed"
  category    = "security"
  severity    = "low"
  tags        = ["secrets"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_172"] }

  resource "azurerm_kubernetes_cluster" {
    require = any([for k in self.key_vault_secrets_provider : k.secret_rotation_enabled == true])
    message = "Pods keep old secrets."
  }

  why  = "A secret that is changed in the vault reaches pods at their next start only."
  help = "Set secret_rotation_enabled = true in key_vault_secrets_provider."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster"]

  example "secret_rotation_enabled is false" {
    flagged = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        key_vault_secrets_provider {
          secret_rotation_enabled = false
        }
      }
    TF
  }

  example "secret_rotation_enabled is true" {
    accepted = <<-TF
      resource "azurerm_kubernetes_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        key_vault_secrets_provider {
          secret_rotation_enabled = true
        }
      }
    TF
  }
}
