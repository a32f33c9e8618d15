# A function app on Linux with its plan, its storage and its monitoring settings.
terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

provider "azurerm" {
  features {}
}

variable "location" {
  description = "Where everything is built"
  type        = string
  default     = "westeurope"
}

variable "prefix" {
  description = "Begins all names"
  type        = string
  default     = "orders"

  validation {
    condition     = length(var.prefix) >= 3 && length(var.prefix) <= 11
    error_message = "Between 3 and 11 characters."
  }
}

variable "environment" {
  type    = string
  default = "dev"

  validation {
    condition     = contains(["dev", "test", "prod"], var.environment)
    error_message = "One of dev, test, prod."
  }
}

variable "python_version" {
  type    = string
  default = "3.11"
}

variable "plan_sku" {
  type    = string
  default = "Y1"
}

variable "instrumentation_connection_string" {
  type      = string
  sensitive = true
}

variable "allowed_origins" {
  type    = list(string)
  default = ["https://portal.azure.com"]
}

variable "with_queue_worker" {
  type    = bool
  default = false
}

locals {
  tags = {
    environment = var.environment
    managed_by  = "terraform"
  }
}

resource "azurerm_resource_group" "main" {
  name     = "rg-${var.prefix}-${var.environment}"
  location = var.location
}

resource "azurerm_storage_account" "functions" {
  name                            = lower("${var.prefix}${var.environment}sa")
  resource_group_name             = azurerm_resource_group.main.name
  location                        = azurerm_resource_group.main.location
  account_tier                    = "Standard"
  account_replication_type        = var.environment == "prod" ? "ZRS" : "LRS"
  allow_nested_items_to_be_public = false
  min_tls_version                 = "TLS1_2"
  tags                            = local.tags

  blob_properties {
    versioning_enabled = true

    delete_retention_policy {
      days = 7
    }
  }

  network_rules {
    default_action = "Allow"
    bypass         = ["AzureServices"]
    ip_rules       = ["203.0.113.0/24"]
  }
}

resource "azurerm_service_plan" "main" {
  name                = "plan-${var.prefix}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  os_type             = "Linux"
  sku_name            = var.plan_sku
  tags                = local.tags
}

resource "azurerm_linux_function_app" "api" {
  name                       = "func-${var.prefix}-${var.environment}"
  resource_group_name        = azurerm_resource_group.main.name
  location                   = var.location
  service_plan_id            = azurerm_service_plan.main.id
  storage_account_name       = azurerm_storage_account.functions.name
  storage_account_access_key = azurerm_storage_account.functions.primary_access_key
  https_only                 = true
  tags                       = local.tags

  app_settings = {
    ENVIRONMENT  = var.environment
    GREETING     = "[hello] it's ${var.prefix}"
    BLOB_BASE    = azurerm_storage_account.functions.primary_blob_endpoint
    "QUEUE:NAME" = "[orders]"
  }

  connection_string {
    name  = "Storage"
    type  = "Custom"
    value = azurerm_storage_account.functions.primary_connection_string
  }

  identity {
    type = "SystemAssigned"
  }

  site_config {
    always_on                              = false
    ftps_state                             = "Disabled"
    http2_enabled                          = true
    minimum_tls_version                    = "1.2"
    application_insights_connection_string = var.instrumentation_connection_string

    application_stack {
      python_version = var.python_version
    }

    cors {
      allowed_origins = var.allowed_origins
    }

    ip_restriction {
      name        = "front-door"
      action      = "Allow"
      priority    = 100
      service_tag = "AzureFrontDoor.Backend"

      headers {
        x_azure_fdid = ["00000000-0000-0000-0000-000000000001"]
      }
    }
  }

  sticky_settings {
    app_setting_names = ["ENVIRONMENT"]
  }
}

# Only where it is asked for.
resource "azurerm_linux_function_app" "worker" {
  count = var.with_queue_worker ? 1 : 0

  name                          = "func-${var.prefix}-worker"
  resource_group_name           = azurerm_resource_group.main.name
  location                      = azurerm_resource_group.main.location
  service_plan_id               = azurerm_service_plan.main.id
  storage_account_name          = azurerm_storage_account.functions.name
  storage_uses_managed_identity = true
  functions_extension_version   = "~4"

  identity {
    type = "SystemAssigned"
  }

  site_config {
    application_stack {
      dotnet_version              = "8.0"
      use_dotnet_isolated_runtime = true
    }
  }

  depends_on = [azurerm_linux_function_app.api]
}

output "hostname" {
  description = "Where the API answers"
  value       = azurerm_linux_function_app.api.default_hostname
}

output "principal_id" {
  value = azurerm_linux_function_app.api.identity[0].principal_id
}

output "worker_url" {
  value = one([for app in azurerm_linux_function_app.worker : "https://${app.default_hostname}"])
}

output "storage_key" {
  value     = azurerm_storage_account.functions.primary_access_key
  sensitive = true
}
