rule "azurerm-redis-plain-port" {
  summary     = "The cache answers in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_91"] }

  resource "azurerm_redis_cache" {
    require = try(self.enable_non_ssl_port, null) != true && try(self.non_ssl_port_enabled, null) != true
    message = "The port without encryption is open."
  }

  why  = "Passwords and data pass in clear."
  help = "Remove non_ssl_port_enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_cache"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_redis_cache" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        non_ssl_port_enabled = true
      }
    TF
  }

  example "as it should be" {
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
