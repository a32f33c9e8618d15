mapping "azurerm_linux_function_app" {
  arm "Microsoft.Web/sites 2023-12-01" {
    under = properties

    service_plan_id                        = serverFarmId
    client_certificate_enabled             = clientCertEnabled
    client_certificate_exclusion_paths     = clientCertExclusionPaths
    client_certificate_mode                = clientCertMode
    key_vault_reference_identity_id        = keyVaultReferenceIdentity
    public_network_access_enabled          = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    virtual_network_backup_restore_enabled = vnetBackupRestoreEnabled
    zip_deploy_file                        = drop("Terraform uploads the package when it runs; a template only describes the app")
    app_settings                           = "siteConfig.appSettings"

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

    connection_string = block(siteConfig.connectionStrings, { value = connectionString })
    storage_account   = drop("mounted file shares are not carried")
    backup            = drop("backups of the app are not carried")
    auth_settings     = drop("built-in authentication is not carried")
    auth_settings_v2  = drop("built-in authentication is not carried")

    site_config = {
      api_definition_url                            = apiDefinition.url
      api_management_api_id                         = apiManagementConfig.id
      app_scale_limit                               = functionAppScaleLimit
      application_insights_connection_string        = "appSettings[name=APPLICATIONINSIGHTS_CONNECTION_STRING].value"
      application_insights_key                      = "appSettings[name=APPINSIGHTS_INSTRUMENTATIONKEY].value"
      container_registry_managed_identity_client_id = acrUserManagedIdentityID
      container_registry_use_managed_identity       = acrUseManagedIdentityCreds
      elastic_instance_minimum                      = minimumElasticInstanceCount
      health_check_eviction_time_in_min             = "appSettings[name=WEBSITE_HEALTHCHECK_MAXPINGFAILURES].value"
      http2_enabled                                 = http20Enabled
      ip_restriction_default_action                 = ipSecurityRestrictionsDefaultAction
      load_balancing_mode                           = loadBalancing
      minimum_tls_version                           = minTlsVersion
      pre_warmed_instance_count                     = preWarmedInstanceCount
      runtime_scale_monitoring_enabled              = functionsRuntimeScaleMonitoringEnabled
      scm_ip_restriction_default_action             = scmIpSecurityRestrictionsDefaultAction
      scm_minimum_tls_version                       = scmMinTlsVersion
      scm_use_main_ip_restriction                   = scmIpSecurityRestrictionsUseMain
      use_32_bit_worker                             = use32BitWorkerProcess
      worker_count                                  = numberOfWorkers
      app_service_logs                              = drop("logs on the file system of the app are not carried")
      application_stack = [
        linux_runtime(linuxFxVersion, "functions"), worker_runtime("appSettings[name=FUNCTIONS_WORKER_RUNTIME].value"), registry_settings("appSettings[]"),
      ]
      ip_restriction = block(ipSecurityRestrictions, {
        headers                   = headers(headers)
        service_tag               = [ipAddress, when_set(tag, "ServiceTag")]
        virtual_network_subnet_id = vnetSubnetResourceId
      })
      scm_ip_restriction = block(scmIpSecurityRestrictions, {
        headers                   = headers(headers)
        service_tag               = [ipAddress, when_set(tag, "ServiceTag")]
        virtual_network_subnet_id = vnetSubnetResourceId
      })
    }

    set     = { "root.kind" = "functionapp,linux", reserved = true }
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

    refer "default_hostname"              { attribute = "defaultHostName" }
    refer "outbound_ip_addresses"         { attribute = "outboundIpAddresses" }
    refer "possible_outbound_ip_addresses" { attribute = "possibleOutboundIpAddresses" }
    refer "custom_domain_verification_id" { attribute = "customDomainVerificationId" }
  }
}
