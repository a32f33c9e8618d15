rule "azurerm-mysql-threat-detection" {
  summary     = "Attacks on the MySQL server are not noticed"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_127"] }

  resource "azurerm_mysql_server" {
    require = any([for p in self.threat_detection_policy : p.enabled == true])
    message = "Nothing looks for attacks."
  }

  why  = "Odd logins and queries are seen by the platform, if it may look."
  help = "Add threat_detection_policy { enabled = true }."

  example "without threat_detection_policy" {
    flagged = <<-TF
      resource "azurerm_mysql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "with threat_detection_policy" {
    accepted = <<-TF
      resource "azurerm_mysql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        threat_detection_policy {
          enabled = true
        }
      }
    TF
  }
}
