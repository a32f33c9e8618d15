rule "azurerm-cdn-endpoint-http" {
  summary     = "The CDN endpoint serves without encryption"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_197"] }

  resource "azurerm_cdn_endpoint" {
    require = self.is_http_allowed == false
    message = "Visitors may be served over plain HTTP."

    fix {
      set    = { is_http_allowed = false }
      safety = "unsafe"
    }
  }

  why  = "Who listens in between reads and changes what visitors get."
  help = "Set is_http_allowed = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_endpoint"]

  example "without is_http_allowed" {
    flagged = <<-TF
      resource "azurerm_cdn_endpoint" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
      }
    TF
  }

  example "is_http_allowed is false" {
    accepted = <<-TF
      resource "azurerm_cdn_endpoint" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        is_http_allowed = false
      }
    TF
  }
}
