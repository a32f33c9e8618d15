rule "azurerm-mariadb-tls" {
  summary     = "The MariaDB server accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_37"] }

  resource "azurerm_mariadb_server" {
    require = self.ssl_minimal_tls_version_enforced == "TLS1_2" && self.ssl_enforcement_enabled == true
    message = "TLS 1.0 or 1.1 is accepted."
  }

  why  = "TLS 1.0 and 1.1 can be attacked by who stands between application and database; MariaDB's clients have known 1.2 for ten years."
  help = "Set ssl_minimal_tls_version_enforced = \"TLS1_2\"."

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_mariadb_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        ssl_minimal_tls_version_enforced = "TLS1_0"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_mariadb_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        ssl_enforcement_enabled          = true
        ssl_minimal_tls_version_enforced = "TLS1_2"
      }
    TF
  }
}
