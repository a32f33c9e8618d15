mapping "azurerm_windows_web_app" {
  # The rules of all sites are about `properties` and `properties.siteConfig` in _definitions.map.hcl.
  arm "Microsoft.Web/sites 2023-12-01" {
    under = properties

    site_config = {
      application_stack = inline({
        current_stack                = ignore("the runtime stands in a member of its own")
        docker_image_name            = prefix(windowsFxVersion, "DOCKER|")
        docker_registry_url          = "appSettings[name=DOCKER_REGISTRY_SERVER_URL].value"
        docker_registry_username     = "appSettings[name=DOCKER_REGISTRY_SERVER_USERNAME].value"
        docker_registry_password     = "appSettings[name=DOCKER_REGISTRY_SERVER_PASSWORD].value"
        dotnet_version               = netFrameworkVersion
        dotnet_core_version          = netFrameworkVersion
        java_version                 = javaVersion
        java_embedded_server_enabled = when_true(javaContainer, "JAVA")
        tomcat_version               = [javaContainerVersion, when_set(javaContainer, "TOMCAT")]
        node_version                 = "appSettings[name=WEBSITE_NODE_DEFAULT_VERSION].value"
        php_version                  = phpVersion
        python                       = ignore("Windows has one version of Python")
      })
    }

    set = { "root.kind" = "app" }

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
