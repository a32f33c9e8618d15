rule "azurerm-vm-retired-size" {
  summary    = "The size of the machine is retired, or soon will be"
  category   = "cost"
  severity   = "low"
  packs      = ["cost"]
  references = ["https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list"]

  resource "azurerm_linux_virtual_machine" {
    require     = !can(regex("^(Standard|Basic)_(A[0-9]+m?(_v2)?|B[0-9]+(l|m|s|ms|ls)|D[0-9]+(_v2)?|DS[0-9]+(-[0-9]+)?(_v2)?|F[0-9]+|FS?[0-9]+s?(_v2)?|GS?[0-9]+(-[0-9]+)?|H[0-9]+m?r?|L[0-9]+s(_v2)?|NC[0-9]+r?s?(_v2|_v3)?|ND[0-9]+r?s|NV[0-9]+s?(_v2)?|M192.*)$", self.size))
    message     = "${self.size} is on Azure's list of sizes that are retired or announced to be."
    equivalents = { tflint = ["azurerm_linux_virtual_machine_retired_size"] }
  }

  resource "azurerm_windows_virtual_machine" {
    require     = !can(regex("^(Standard|Basic)_(A[0-9]+m?(_v2)?|B[0-9]+(l|m|s|ms|ls)|D[0-9]+(_v2)?|DS[0-9]+(-[0-9]+)?(_v2)?|F[0-9]+|FS?[0-9]+s?(_v2)?|GS?[0-9]+(-[0-9]+)?|H[0-9]+m?r?|L[0-9]+s(_v2)?|NC[0-9]+r?s?(_v2|_v3)?|ND[0-9]+r?s|NV[0-9]+s?(_v2)?|M192.*)$", self.size))
    message     = "${self.size} is on Azure's list of sizes that are retired or announced to be."
    equivalents = { tflint = ["azurerm_windows_virtual_machine_retired_size"] }
  }

  resource "azurerm_linux_virtual_machine_scale_set" "azurerm_windows_virtual_machine_scale_set" {
    require = !can(regex("^(Standard|Basic)_(A[0-9]+m?(_v2)?|B[0-9]+(l|m|s|ms|ls)|D[0-9]+(_v2)?|DS[0-9]+(-[0-9]+)?(_v2)?|F[0-9]+|FS?[0-9]+s?(_v2)?|GS?[0-9]+(-[0-9]+)?|H[0-9]+m?r?|L[0-9]+s(_v2)?|NC[0-9]+r?s?(_v2|_v3)?|ND[0-9]+r?s|NV[0-9]+s?(_v2)?|M192.*)$", self.sku))
    message = "${self.sku} is on Azure's list of sizes that are retired or announced to be."
  }

  why  = <<-TEXT
    Machines of a retired size are stopped on the day of its retirement, new ones are refused before, and current sizes give more for the
    same money.
  TEXT
  help = "Use a current size of the same family: Dsv5 or later for Dv2 and DSv2, Fasv6 for F, Bsv2 for B."

  example "of the second generation" {
    flagged = <<-TF
      resource "azurerm_linux_virtual_machine" "web" {
        name                  = "web"
        resource_group_name   = "shop"
        location              = "westeurope"
        size                  = "Standard_DS2_v2"
        admin_username        = "admin"
        network_interface_ids = ["nic"]

        os_disk {
          caching              = "ReadWrite"
          storage_account_type = "Premium_LRS"
        }
      }
    TF
  }

  example "current" {
    accepted = <<-TF
      resource "azurerm_linux_virtual_machine" "web" {
        name                  = "web"
        resource_group_name   = "shop"
        location              = "westeurope"
        size                  = "Standard_D2s_v5"
        admin_username        = "admin"
        network_interface_ids = ["nic"]

        os_disk {
          caching              = "ReadWrite"
          storage_account_type = "Premium_LRS"
        }
      }
    TF
  }
}
