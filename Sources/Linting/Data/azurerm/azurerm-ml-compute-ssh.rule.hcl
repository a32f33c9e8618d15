rule "azurerm-ml-compute-ssh" {
  summary     = "The compute cluster accepts keys"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_142"] }

  resource "azurerm_machine_learning_compute_cluster" {
    require = self.local_auth_enabled == false
    message = "Whoever has a key gets in, without a name."

    fix {
      set    = { local_auth_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "Keys are shared, copied and seldom changed."
  help = "Set local_auth_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/machine_learning_compute_cluster"]

  example "local_auth_enabled is true" {
    flagged = <<-TF
      resource "azurerm_machine_learning_compute_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        local_auth_enabled = true
      }
    TF
  }

  example "local_auth_enabled is false" {
    accepted = <<-TF
      resource "azurerm_machine_learning_compute_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        local_auth_enabled = false
      }
    TF
  }
}
