rule "azurerm-cdn-endpoint-https" {
  summary     = "The CDN endpoint serves no HTTPS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_198"] }

  resource "azurerm_cdn_endpoint" {
    require = self.is_https_allowed != false
    message = "Visitors can only be served in clear."

    fix {
      set    = { is_https_allowed = true }
      safety = "unsafe"
    }
  }

  why  = "Who listens in between reads and changes what visitors get."
  help = "Remove is_https_allowed = false."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_endpoint"]

  example "is_https_allowed is false" {
    flagged = <<-TF
      resource "azurerm_cdn_endpoint" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        is_https_allowed = false
      }
    TF
  }

  example "is_https_allowed is true" {
    accepted = <<-TF
      resource "azurerm_cdn_endpoint" "shop" {
        name                = "shop"
        resource_group_name = "shop"
        location            = "westeurope"
        is_https_allowed = true
      }
    TF
  }
}
