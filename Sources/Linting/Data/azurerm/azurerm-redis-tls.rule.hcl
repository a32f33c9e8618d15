rule "azurerm-redis-tls" {
  summary     = "The cache accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_148"] }

  resource "azurerm_redis_cache" {
    require = contains(["1.2"], self.minimum_tls_version)
    message = "TLS 1.0 or 1.1 is accepted."
  }

  why  = "The access key is sent at the beginning of each connection; TLS 1.0 and 1.1 do not protect it well any more."
  help = "Set minimum_tls_version = \"1.2\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_cache"]

  example "minimum_tls_version is 1.0" {
    flagged = <<-TF
      resource "azurerm_redis_cache" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        minimum_tls_version = "1.0"
      }
    TF
  }

  example "minimum_tls_version is 1.2" {
    accepted = <<-TF
      resource "azurerm_redis_cache" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        minimum_tls_version = "1.2"
      }
    TF
  }
}
