rule "azurerm-mysql-tls" {
  summary     = "The MySQL server accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_54"], trivy = ["AZU-0026"] }

  resource "azurerm_mysql_server" {
    require = self.ssl_minimal_tls_version_enforced == "TLS1_2"
    message = "TLS 1.0 or 1.1 is accepted."

    fix {
      set    = { ssl_minimal_tls_version_enforced = "TLS1_2" }
      safety = "unsafe"
    }
  }

  why  = "TLS 1.0 and 1.1 can be attacked by who stands between application and database; MySQL's clients have known 1.2 since 5.7."
  help = "Set ssl_minimal_tls_version_enforced = \"TLS1_2\"."

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_mysql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        ssl_minimal_tls_version_enforced = "TLS1_0"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_mysql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        ssl_enforcement_enabled          = true
        ssl_minimal_tls_version_enforced = "TLS1_2"
      }
    TF
  }
}
