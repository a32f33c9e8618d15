rule "azurerm-security-contact-administrators" {
  summary     = "Alarms do not reach owners of the subscription"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_22"], trivy = ["AZU-0063"] }

  resource "azurerm_security_center_contact" {
    require = self.alerts_to_admins == true
    message = "Owners are not told."

    fix {
      set    = { alerts_to_admins = true }
      safety = "unsafe"
    }
  }

  why  = "Those who can act should hear first."
  help = "Set alerts_to_admins = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact"]

  example "alerts_to_admins is false" {
    flagged = <<-TF
      resource "azurerm_security_center_contact" "shop" {
        name  = "security"
        email = "security@example.com"
        alert_notifications = true
        alerts_to_admins    = false
      }
    TF
  }

  example "alerts_to_admins is true" {
    accepted = <<-TF
      resource "azurerm_security_center_contact" "shop" {
        name  = "security"
        email = "security@example.com"
        alert_notifications = true
        alerts_to_admins    = true
      }
    TF
  }
}
