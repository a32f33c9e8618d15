rule "azurerm-security-contact-mail" {
  summary     = "Alarms of the cloud reach nobody"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_131"], trivy = ["AZU-0062", "AZU-0064"] }

  resource "azurerm_security_center_contact" {
    require = self.email != null && self.email != ""
    message = "No address is told."
  }

  why  = "An alarm that nobody reads is none."
  help = "Set email."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_contact"]

  example "without email" {
    flagged = <<-TF
      resource "azurerm_security_center_contact" "shop" {
        name                = "security"
        alert_notifications = true
        alerts_to_admins    = true
      }
    TF
  }

  example "email is security@example.com" {
    accepted = <<-TF
      resource "azurerm_security_center_contact" "shop" {
        name                = "security"
        alert_notifications = true
        alerts_to_admins    = true
        email = "security@example.com"
      }
    TF
  }
}
