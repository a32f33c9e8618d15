# A Cosmos DB account with a database and containers.
terraform {
  required_providers {
    azurerm = {
      source = "hashicorp/azurerm"
    }
  }
}

provider "azurerm" {
  features {}
}

variable "name" {
  type    = string
  default = "shop"
}

variable "failover_location" {
  type    = string
  default = "northeurope"
}

variable "max_throughput" {
  type    = number
  default = 4000

  validation {
    condition     = var.max_throughput >= 1000 && var.max_throughput <= 100000
    error_message = "Between 1000 and 100000."
  }
}

variable "local_authentication" {
  type    = bool
  default = false
}

variable "allowed_addresses" {
  type    = list(string)
  default = ["203.0.113.7", "203.0.113.8"]
}

variable "containers" {
  type = map(string)
  default = {
    customers = "/customerId"
    orders    = "/orderId"
  }
}

resource "azurerm_resource_group" "main" {
  name     = "rg-${var.name}"
  location = "westeurope"
}

resource "azurerm_cosmosdb_account" "main" {
  name                          = "cosmos-${var.name}"
  resource_group_name           = azurerm_resource_group.main.name
  location                      = azurerm_resource_group.main.location
  offer_type                    = "Standard"
  kind                          = "GlobalDocumentDB"
  automatic_failover_enabled    = true
  local_authentication_disabled = !var.local_authentication
  public_network_access_enabled = true
  ip_range_filter               = ["203.0.113.7", "203.0.113.8"]
  minimal_tls_version           = "Tls12"

  identity {
    type = "SystemAssigned"
  }

  consistency_policy {
    consistency_level       = "BoundedStaleness"
    max_interval_in_seconds = 300
    max_staleness_prefix    = 100000
  }

  capabilities {
    name = "EnableAggregationPipeline"
  }

  geo_location {
    location          = azurerm_resource_group.main.location
    failover_priority = 0
    zone_redundant    = true
  }

  geo_location {
    location          = var.failover_location
    failover_priority = 1
  }

  backup {
    type                = "Periodic"
    interval_in_minutes = 240
    retention_in_hours  = 8
    storage_redundancy  = "Geo"
  }

  cors_rule {
    allowed_headers    = ["*"]
    allowed_methods    = ["GET", "POST"]
    allowed_origins    = ["https://example.com"]
    exposed_headers    = ["*"]
    max_age_in_seconds = 600
  }
}

resource "azurerm_cosmosdb_sql_database" "main" {
  name                = "shop"
  resource_group_name = azurerm_resource_group.main.name
  account_name        = azurerm_cosmosdb_account.main.name

  autoscale_settings {
    max_throughput = var.max_throughput
  }
}

resource "azurerm_cosmosdb_sql_container" "main" {
  for_each = var.containers

  name                  = each.key
  resource_group_name   = azurerm_resource_group.main.name
  account_name          = azurerm_cosmosdb_account.main.name
  database_name         = azurerm_cosmosdb_sql_database.main.name
  partition_key_paths   = [each.value]
  partition_key_version = 2
  default_ttl           = 3600

  indexing_policy {
    indexing_mode = "consistent"

    included_path {
      path = "/*"
    }

    excluded_path {
      path = "/payload/?"
    }

    composite_index {
      index {
        path  = "/createdAt"
        order = "Descending"
      }
      index {
        path  = "/name"
        order = "Ascending"
      }
    }
  }

  unique_key {
    paths = ["/email"]
  }
}

output "endpoint" {
  value = azurerm_cosmosdb_account.main.endpoint
}

output "database_id" {
  value = azurerm_cosmosdb_sql_database.main.id
}

output "container_names" {
  value = [for container in azurerm_cosmosdb_sql_container.main : container.name]
}
