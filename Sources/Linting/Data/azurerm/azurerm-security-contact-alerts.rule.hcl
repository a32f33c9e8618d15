rule "azurerm-security-contact-alerts" {
  summary     = "Alarms of high severity are not sent"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_21"], trivy = ["AZU-0044", "AZU-0063"] }

  resource "azurerm_security_center_contact" {
    require = self.alert_notifications == true
    message = "Alarms stay in the portal."

    fix {
      set    = { alert_notifications = true }
      safety = "unsafe"
    }
  }

  why  = "An alarm that nobody reads is none."
  help = "Set alert_notifications = true."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact"]

  example "alert_notifications is false" {
    flagged = <<-TF
      resource "azurerm_security_center_contact" "shop" {
        name  = "security"
        email = "security@example.com"
        alerts_to_admins    = true
        alert_notifications = false
      }
    TF
  }

  example "alert_notifications is true" {
    accepted = <<-TF
      resource "azurerm_security_center_contact" "shop" {
        name  = "security"
        email = "security@example.com"
        alerts_to_admins    = true
        alert_notifications = true
      }
    TF
  }
}
