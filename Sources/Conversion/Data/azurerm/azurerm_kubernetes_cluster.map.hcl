mapping "azurerm_kubernetes_cluster" {
  # The rules of a pool are about `properties.agentPoolProfiles` in _definitions.map.hcl.
  arm "Microsoft.ContainerService/managedClusters 2025-10-01" {
    under = properties

    ai_toolchain_operator_enabled       = aiToolchainOperatorProfile.enabled
    automatic_upgrade_channel           = autoUpgradeProfile.upgradeChannel
    azure_policy_enabled                = addonProfiles.azurepolicy.enabled
    cost_analysis_enabled               = metricsProfile.costAnalysis.enabled
    custom_ca_trust_certificates_base64 = securityProfile.customCATrustCertificates
    disk_encryption_set_id              = diskEncryptionSetID
    dns_prefix_private_cluster          = fqdnSubdomain
    edge_zone                           = root.extendedLocation.name
    http_application_routing_enabled    = addonProfiles.httpApplicationRouting.enabled
    image_cleaner_enabled               = securityProfile.imageCleaner.enabled
    image_cleaner_interval_hours        = securityProfile.imageCleaner.intervalHours
    local_account_disabled              = disableLocalAccounts
    node_os_upgrade_channel             = autoUpgradeProfile.nodeOSUpgradeChannel
    oidc_issuer_enabled                 = oidcIssuerProfile.enabled
    open_service_mesh_enabled           = addonProfiles.openServiceMesh.enabled
    private_cluster_enabled             = apiServerAccessProfile.enablePrivateCluster
    private_cluster_public_fqdn_enabled = apiServerAccessProfile.enablePrivateClusterPublicFQDN
    private_dns_zone_id                 = apiServerAccessProfile.privateDNSZone
    role_based_access_control_enabled   = enableRBAC
    run_command_enabled                 = not(apiServerAccessProfile.disableRunCommand)
    sku_tier                            = root.sku.tier
    workload_identity_enabled           = securityProfile.workloadIdentity.enabled

    api_server_access_profile = block(apiServerAccessProfile, { virtual_network_integration_enabled = enableVnetIntegration })
    auto_scaler_profile       = drop("the settings of the cluster autoscaler are not carried")
    azure_active_directory_role_based_access_control = block(aadProfile, {
      admin_group_object_ids = adminGroupObjectIDs
      azure_rbac_enabled     = [enableAzureRBAC, when_set(managed, true)]
      tenant_id              = tenantID
    })
    default_node_pool = block(agentPoolProfiles, {})
    http_proxy_config = block(httpProxyConfig, {})
    ingress_application_gateway = block(addonProfiles.ingressApplicationGateway, {
      gateway_id   = [config.applicationGatewayId, when_set(enabled, true)]
      gateway_name = [config.applicationGatewayName, when_set(enabled, true)]
      subnet_cidr  = [config.subnetCIDR, when_set(enabled, true)]
      subnet_id    = [config.subnetId, when_set(enabled, true)]
    })
    key_management_service = block(securityProfile.azureKeyVaultKms, { key_vault_key_id = [keyId, when_set(enabled, true)] })
    key_vault_secrets_provider = block(addonProfiles.azureKeyvaultSecretsProvider, {
      secret_rotation_enabled  = [text(config.enableSecretRotation), when_set(enabled, true)]
      secret_rotation_interval = [config.rotationPollInterval, when_set(enabled, true)]
    })
    kubelet_identity = block(identityProfile.kubeletidentity, { user_assigned_identity_id = resourceId })
    linux_profile    = block(linuxProfile, { ssh_key = block(ssh.publicKeys, {}) })
    maintenance_window              = drop("windows for maintenance are not carried")
    maintenance_window_auto_upgrade = drop("windows for maintenance are not carried")
    maintenance_window_node_os      = drop("windows for maintenance are not carried")
    microsoft_defender = block(securityProfile.defender, {
      log_analytics_workspace_id = [logAnalyticsWorkspaceResourceId, when_set(securityMonitoring.enabled, true)]
    })
    monitor_metrics = drop("the managed metrics of the cluster are not carried")
    network_profile = block(networkProfile, {
      ip_versions           = ipFamilies
      load_balancer_profile = block(loadBalancerProfile, {
        managed_outbound_ip_count   = managedOutboundIPs.count
        managed_outbound_ipv6_count = managedOutboundIPs.countIPv6
        outbound_ip_address_ids     = wrap(outboundIPs.publicIPs, "id")
        outbound_ip_prefix_ids      = wrap(outboundIPPrefixes.publicIPPrefixes, "id")
        outbound_ports_allocated    = allocatedOutboundPorts
      })
      nat_gateway_profile = block(natGatewayProfile, { managed_outbound_ip_count = managedOutboundIPProfile.count })
      advanced_networking = drop("observability and security of the network are not carried")
    })
    oms_agent = block(addonProfiles.omsagent, {
      log_analytics_workspace_id      = [config.logAnalyticsWorkspaceResourceID, when_set(enabled, true)]
      msi_auth_for_monitoring_enabled = text(config.useAADAuth)
    })
    aci_connector_linux    = block(addonProfiles.aciConnectorLinux, { subnet_name = [config.SubnetName, when_set(enabled, true)] })
    confidential_computing = block(addonProfiles.ACCSGXDevicePlugin, { sgx_quote_helper_enabled = [text(config.ACCSGXQuoteHelperEnabled), when_set(enabled, true)] })
    service_mesh_profile   = drop("the service mesh is not carried")
    service_principal      = block(servicePrincipalProfile, { client_secret = secret })
    storage_profile = block(storageProfile, {
      blob_driver_enabled         = blobCSIDriver.enabled
      disk_driver_enabled         = diskCSIDriver.enabled
      file_driver_enabled         = fileCSIDriver.enabled
      snapshot_controller_enabled = snapshotController.enabled
    })
    upgrade_override = drop("an override is for one upgrade, not for the cluster")
    web_app_routing  = block(ingressProfile.webAppRouting, {
      dns_zone_ids             = [dnsZoneResourceIds, when_set(enabled, true)]
      default_nginx_controller = nginx.defaultIngressControllerType
    })
    windows_profile = block(windowsProfile, { license = licenseType, gmsa = drop("group managed accounts are not carried") })
    workload_autoscaler_profile = block(workloadAutoScalerProfile, {
      keda_enabled                    = keda.enabled
      vertical_pod_autoscaler_enabled = verticalPodAutoscaler.enabled
    })

    default = { "root.sku.name" = "Base", "agentPoolProfiles[].mode" = "System" }

    refer "fqdn"                { attribute = "fqdn" }
    refer "private_fqdn"        { attribute = "privateFQDN" }
    refer "oidc_issuer_url"     { attribute = "oidcIssuerProfile.issuerURL" }
    refer "node_resource_group" { attribute = "nodeResourceGroup" }
    refer "kubelet_identity.object_id" { attribute = "identityProfile.kubeletidentity.objectId" }
    refer "kubelet_identity.client_id" { attribute = "identityProfile.kubeletidentity.clientId" }
  }
}
