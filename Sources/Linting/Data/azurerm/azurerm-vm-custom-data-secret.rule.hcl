rule "azurerm-vm-custom-data-secret" {
  summary     = "The machine's first script holds a secret"
  category    = "secrets"
  severity    = "high"
  tags        = ["secrets"]
  equivalents = { trivy = ["AZU-0037"] }
  covered_by  = ["secret-user-data"]

  resource "azurerm_virtual_machine" {
    require = all([for p in self.os_profile : secret_kind(p.custom_data) == null])
    message = "A secret is part of the machine's data."
  }

  why  = "Every program on the machine, and everybody who may look at it, reads the data."
  help = "Fetch secrets from a key vault with the machine's identity."

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_profile {
          computer_name  = "web"
          admin_username = "admin"
          custom_data    = "export GITHUB_TOKEN=ghp_Zk3vQ8mW1xT6bN9rL4cJ7yH2dF5sG0pAeU8i"
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_virtual_machine" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        os_profile {
          computer_name  = "web"
          admin_username = "admin"
          custom_data    = "#!/bin/sh"
        }
      }
    TF
  }
}
