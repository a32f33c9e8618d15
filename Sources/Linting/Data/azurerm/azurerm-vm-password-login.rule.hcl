rule "azurerm-vm-password-login" {
  summary     = "The machine accepts passwords over SSH"
  category    = "security"
  severity    = "medium"
  equivalents = { trivy = ["AZU-0039"] }

  resource "azurerm_linux_virtual_machine" {
    require = self.disable_password_authentication != false

    fix {
      set    = { disable_password_authentication = true }
      safety = "unsafe"
    }
  }

  why  = "Passwords are guessed; keys are not."
  help = "Remove disable_password_authentication = false and give an admin_ssh_key."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine"]

  example "disable_password_authentication is false" {
    flagged = <<-TF
      resource "azurerm_linux_virtual_machine" "this" {
        name                            = "m"
        resource_group_name             = "example"
        location                        = "westeurope"
        size                            = "Standard_B1s"
        admin_username                  = "admin"
        disable_password_authentication = false
      }
    TF
  }

  example "without disable_password_authentication" {
    accepted = <<-TF
      resource "azurerm_linux_virtual_machine" "this" {
        name                = "m"
        resource_group_name = "example"
        location            = "westeurope"
        size                = "Standard_B1s"
        admin_username      = "admin"
      }
    TF
  }
}
