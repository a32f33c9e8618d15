rule "azurerm-security-contact-phone" {
  summary     = "No number is known for alarms of the cloud"
  category    = "security"
  severity    = "info"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_20"], trivy = ["AZU-0046"] }

  resource "azurerm_security_center_contact" {
    require = self.phone != null
    message = "Nobody can be called."
  }

  why  = "What happens at night is read in the morning."
  help = "Set phone."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact"]

  example "without phone" {
    flagged = <<-TF
      resource "azurerm_security_center_contact" "shop" {
        name  = "security"
        email = "security@example.com"
        alert_notifications = true
        alerts_to_admins    = true
      }
    TF
  }

  example "phone is +1-555-555-5555" {
    accepted = <<-TF
      resource "azurerm_security_center_contact" "shop" {
        name  = "security"
        email = "security@example.com"
        alert_notifications = true
        alerts_to_admins    = true
        phone = "+1-555-555-5555"
      }
    TF
  }
}
