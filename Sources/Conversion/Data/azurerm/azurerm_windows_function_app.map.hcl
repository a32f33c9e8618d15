mapping "azurerm_windows_function_app" {
  # The rules of all sites are about `properties` and `properties.siteConfig` in _definitions.map.hcl.
  arm "Microsoft.Web/sites 2023-12-01" {
    under = properties

    # What the provider writes as settings of the app.
    functions_extension_version = "siteConfig.appSettings[name=FUNCTIONS_EXTENSION_VERSION].value"
    storage_account_name        = ignore("part of the setting AzureWebJobsStorage")
    storage_account_access_key = when_set(
      "siteConfig.appSettings[name=AzureWebJobsStorage].value",
      "DefaultEndpointsProtocol=https;AccountName=${self.storage_account_name};AccountKey=${self.storage_account_access_key};EndpointSuffix=${storage_suffix}")
    storage_uses_managed_identity = when_true("siteConfig.appSettings[name=AzureWebJobsStorage__accountName].value", self.storage_account_name)
    storage_key_vault_secret_id = when_set(
      "siteConfig.appSettings[name=AzureWebJobsStorage].value", "@Microsoft.KeyVault(SecretUri=${self.storage_key_vault_secret_id})")
    builtin_logging_enabled      = when_true("siteConfig.appSettings[name=AzureWebJobsDashboard].value", self.storage_account_access_key)
    content_share_force_disabled = ignore("tells Terraform not to write the setting WEBSITE_CONTENTSHARE, which is not written")

    site_config = {
      application_stack = [
        worker_runtime("appSettings[name=FUNCTIONS_WORKER_RUNTIME].value"),
        inline({
          dotnet_version              = netFrameworkVersion
          node_version                = "appSettings[name=WEBSITE_NODE_DEFAULT_VERSION].value"
          java_version                = javaVersion
          powershell_core_version     = powerShellVersion
          use_custom_runtime          = ignore("stands in the setting FUNCTIONS_WORKER_RUNTIME")
          use_dotnet_isolated_runtime = ignore("stands in the setting FUNCTIONS_WORKER_RUNTIME")
        }),
      ]
    }

    set = { "root.kind" = "functionapp" }
    default = { "siteConfig.appSettings[name=FUNCTIONS_EXTENSION_VERSION].value" = "~4" }

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
