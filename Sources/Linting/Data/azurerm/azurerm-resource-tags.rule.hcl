rule "azurerm-resource-tags" {
  summary     = "The resource has no tags"
  category    = "style"
  severity    = "info"
  tags        = ["tags"]
  packs       = ["strict"]
  equivalents = { tflint = ["azurerm_resource_missing_tags"] }

  parameter "names" {
    default = []
    summary = "Tags that every resource must have."
  }

  resource "azurerm_resource_group" "azurerm_linux_virtual_machine" "azurerm_windows_virtual_machine" "azurerm_virtual_network" "azurerm_storage_account" "azurerm_key_vault" "azurerm_kubernetes_cluster" "azurerm_container_registry" "azurerm_mssql_server" "azurerm_mssql_database" "azurerm_postgresql_flexible_server" "azurerm_mysql_flexible_server" "azurerm_cosmosdb_account" "azurerm_redis_cache" "azurerm_linux_web_app" "azurerm_windows_web_app" "azurerm_linux_function_app" "azurerm_windows_function_app" "azurerm_service_plan" "azurerm_public_ip" "azurerm_lb" "azurerm_application_gateway" "azurerm_managed_disk" "azurerm_log_analytics_workspace" "azurerm_servicebus_namespace" "azurerm_eventhub_namespace" {
    require = self.tags != null && all([for name in param.names : contains(keys(self.tags), name)])
    at      = self.tags
  }

  why  = "Costs are split, and owners found, by tags; in Azure a resource does not inherit those of its group."
  help = "Set tags, or name those that you ask for in the parameter names."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/resource_group"]

  example "nobody's" {
    flagged = <<-TF
      resource "azurerm_resource_group" "shop" {
        name     = "shop"
        location = "westeurope"
      }
    TF
  }

  example "a team's" {
    accepted = <<-TF
      resource "azurerm_resource_group" "shop" {
        name     = "shop"
        location = "westeurope"
        tags     = { team = "shop" }
      }
    TF
  }
}
