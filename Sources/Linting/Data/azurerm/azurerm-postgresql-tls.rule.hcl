rule "azurerm-postgresql-tls" {
  summary     = "The PostgreSQL server accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_147"], trivy = ["AZU-0026"] }

  resource "azurerm_postgresql_server" {
    require = self.ssl_minimal_tls_version_enforced == "TLS1_2"
    message = "TLS 1.0 or 1.1 is accepted."

    fix {
      set    = { ssl_minimal_tls_version_enforced = "TLS1_2" }
      safety = "unsafe"
    }
  }

  why  = "TLS 1.0 and 1.1 can be attacked by who stands between application and database; libpq has known 1.2 for over ten years."
  help = "Set ssl_minimal_tls_version_enforced = \"TLS1_2\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_postgresql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        ssl_minimal_tls_version_enforced = "TLS1_0"
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_postgresql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"

        ssl_enforcement_enabled          = true
        ssl_minimal_tls_version_enforced = "TLS1_2"
      }
    TF
  }
}
