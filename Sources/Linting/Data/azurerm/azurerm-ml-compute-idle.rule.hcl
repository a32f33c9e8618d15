rule "azurerm-ml-compute-idle" {
  summary     = "The compute cluster never shrinks to nothing"
  category    = "cost"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_150"] }

  resource "azurerm_machine_learning_compute_cluster" {
    require = any([for s in self.scale_settings : s.min_node_count == 0])
    message = "Idle machines are paid for."
  }

  why  = "A cluster for training is idle most of the time."
  help = "Set min_node_count = 0."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/machine_learning_compute_cluster"]

  example "min_node_count is 1" {
    flagged = <<-TF
      resource "azurerm_machine_learning_compute_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        scale_settings {
          min_node_count = 1
          max_node_count = 4
        }
      }
    TF
  }

  example "min_node_count is 0" {
    accepted = <<-TF
      resource "azurerm_machine_learning_compute_cluster" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        scale_settings {
          min_node_count = 0
          max_node_count = 4
        }
      }
    TF
  }
}
