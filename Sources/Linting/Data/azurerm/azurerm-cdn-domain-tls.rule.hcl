rule "azurerm-cdn-domain-tls" {
  summary     = "A domain of the CDN accepts old versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AZURE_200"] }

  resource "azurerm_cdn_endpoint_custom_domain" {
    require = !any([for h in self.cdn_managed_https : contains(["TLS10", "None"], h.tls_version)]) && !any([for h in self.user_managed_https : contains(["TLS10", "None"], h.tls_version)])
    message = "TLS 1.0 is accepted."
  }

  why  = "Browsers have refused TLS 1.0 and 1.1 since 2020: only old scripts and attackers still ask for them."
  help = "Set tls_version = \"TLS12\"."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cdn_endpoint_custom_domain"]

  example "tls_version is TLS10" {
    flagged = <<-TF
      resource "azurerm_cdn_endpoint_custom_domain" "shop" {
        name            = "shop"
        cdn_endpoint_id = "endpoint"
        host_name       = "shop.example.com"

        cdn_managed_https {
          certificate_type = "Dedicated"
          protocol_type    = "ServerNameIndication"
          tls_version      = "TLS10"
        }
      }
    TF
  }

  example "tls_version is TLS12" {
    accepted = <<-TF
      resource "azurerm_cdn_endpoint_custom_domain" "shop" {
        name            = "shop"
        cdn_endpoint_id = "endpoint"
        host_name       = "shop.example.com"

        cdn_managed_https {
          certificate_type = "Dedicated"
          protocol_type    = "ServerNameIndication"
          tls_version      = "TLS12"
        }
      }
    TF
  }
}
