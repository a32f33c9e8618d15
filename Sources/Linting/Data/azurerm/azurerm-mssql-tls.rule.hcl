rule "azurerm-mssql-tls" {
  summary     = "The SQL server accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_52"], trivy = ["AZU-0026"] }

  resource "azurerm_mssql_server" {
    require = contains(["1.2", "1.3"], self.minimum_tls_version)
    message = "TLS 1.0 or 1.1 is accepted."
  }

  why  = "TLS 1.0 and 1.1 can be attacked by who stands between application and database; drivers that need them are out of support."
  help = "Set minimum_tls_version = \"1.2\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server"]

  example "minimum_tls_version is 1.1" {
    flagged = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        minimum_tls_version = "1.1"
      }
    TF
  }

  example "minimum_tls_version is 1.2" {
    accepted = <<-TF
      resource "azurerm_mssql_server" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        minimum_tls_version = "1.2"
      }
    TF
  }
}
