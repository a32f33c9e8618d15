mapping "azurerm_linux_web_app" {
  # The rules of all sites are about `properties` and `properties.siteConfig` in _definitions.map.hcl.
  arm "Microsoft.Web/sites 2023-12-01" {
    under = properties

    site_config = {
      application_stack = [linux_runtime(linuxFxVersion, "web"), registry_settings("appSettings[]")]
    }

    set = { "root.kind" = "app,linux", reserved = true }

    split_into "Microsoft.Web/sites/basicPublishingCredentialsPolicies 2023-12-01 ftp" "Ftp" {
      under   = properties
      options = { name = [parent, "ftp"] }
      ftp_publish_basic_authentication_enabled = allow
    }
    split_into "Microsoft.Web/sites/basicPublishingCredentialsPolicies 2023-12-01 scm" "Scm" {
      under   = properties
      options = { name = [parent, "scm"] }
      webdeploy_publish_basic_authentication_enabled = allow
    }
    split_into "Microsoft.Web/sites/config 2023-12-01 slotConfigNames" "StickySettings" {
      under   = properties
      options = { name = [parent, "slotConfigNames"] }
      sticky_settings = inline({})
    }

    refer "default_hostname"               { attribute = "defaultHostName" }
    refer "outbound_ip_addresses"          { attribute = "outboundIpAddresses" }
    refer "possible_outbound_ip_addresses" { attribute = "possibleOutboundIpAddresses" }
    refer "custom_domain_verification_id"  { attribute = "customDomainVerificationId" }
  }
}
