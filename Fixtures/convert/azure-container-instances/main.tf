# Two container groups: a public one with a volume and probes, and one without any address.
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

variable "image" {
  type    = string
  default = "mcr.microsoft.com/azuredocs/aci-helloworld:latest"
}

variable "cpu" {
  type    = number
  default = 0.5
}

variable "memory" {
  type    = number
  default = 1
}

variable "api_token" {
  type      = string
  sensitive = true
}

variable "registry" {
  type = object({
    server   = string
    username = string
  })
  default = {
    server   = "registry.example.com"
    username = "pull"
  }
}

variable "registry_password" {
  type      = string
  sensitive = true
  default   = ""
}

resource "azurerm_resource_group" "main" {
  name     = "rg-containers"
  location = "West Europe"
}

resource "azurerm_storage_account" "files" {
  name                     = "containerfiles"
  resource_group_name      = azurerm_resource_group.main.name
  location                 = azurerm_resource_group.main.location
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_user_assigned_identity" "web" {
  name                = "id-web"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
}

resource "azurerm_container_group" "web" {
  name                = "ci-web"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  os_type             = "Linux"
  ip_address_type     = "Public"
  dns_name_label      = "web-${azurerm_storage_account.files.name}"
  restart_policy      = "Always"

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.web.id]
  }

  image_registry_credential {
    server   = var.registry.server
    username = var.registry.username
    password = var.registry_password
  }

  container {
    name   = "web"
    image  = var.image
    cpu    = var.cpu
    memory = var.memory

    ports {
      port     = 80
      protocol = "TCP"
    }

    environment_variables = {
      CLIENT_ID = azurerm_user_assigned_identity.web.client_id
      MODE      = "public"
    }

    secure_environment_variables = {
      API_TOKEN = var.api_token
    }

    volume {
      name                 = "content"
      mount_path           = "/srv"
      read_only            = true
      share_name           = "content"
      storage_account_name = azurerm_storage_account.files.name
      storage_account_key  = azurerm_storage_account.files.primary_access_key
    }

    liveness_probe {
      initial_delay_seconds = 10
      http_get {
        path   = "/healthz"
        port   = 80
        scheme = "Http"
      }
    }
  }

  container {
    name     = "sidecar"
    image    = "mcr.microsoft.com/azuredocs/aci-tutorial-sidecar"
    cpu      = 0.25
    memory   = 0.5
    commands = ["/bin/sh", "-c", "sleep infinity"]

    volume {
      name       = "scratch"
      mount_path = "/tmp/scratch"
      empty_dir  = true
    }
  }
}

resource "azurerm_container_group" "job" {
  name                = "ci-job"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  os_type             = "Linux"
  ip_address_type     = "None"
  restart_policy      = "Never"

  container {
    name   = "job"
    image  = var.image
    cpu    = 1
    memory = 2
  }
}

output "fqdn" {
  value = azurerm_container_group.web.fqdn
}

output "address" {
  value = "http://${azurerm_container_group.web.ip_address}:80/"
}
