rule "azurerm-synapse-spark-isolation" {
  summary     = "Jobs share machines with those of others"
  category    = "security"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_242"] }

  resource "azurerm_synapse_spark_pool" {
    require = self.compute_isolation_enabled == true
    message = "Machines are shared with other customers."

    fix {
      set    = { compute_isolation_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Isolated machines run jobs of one customer only."
  help = "Set compute_isolation_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_spark_pool"]

  example "without compute_isolation_enabled" {
    flagged = <<-TF
      resource "azurerm_synapse_spark_pool" "shop" {
        name                 = "jobs"
        synapse_workspace_id = "workspace"
        node_size_family     = "MemoryOptimized"
        node_size            = "XXXLarge"
      }
    TF
  }

  example "compute_isolation_enabled is true" {
    accepted = <<-TF
      resource "azurerm_synapse_spark_pool" "shop" {
        name                 = "jobs"
        synapse_workspace_id = "workspace"
        node_size_family     = "MemoryOptimized"
        node_size            = "XXXLarge"
        compute_isolation_enabled = true
      }
    TF
  }
}
