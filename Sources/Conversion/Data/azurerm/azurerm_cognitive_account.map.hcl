mapping "azurerm_cognitive_account" {
  arm "Microsoft.CognitiveServices/accounts 2026-03-01" {
    under   = properties

    custom_question_answering_search_service_id  = apiProperties.qnaAzureSearchEndpointId
    custom_question_answering_search_service_key = apiProperties.qnaAzureSearchEndpointKey
    fqdns                                        = allowedFqdnList
    kind                                         = root.kind
    local_auth_enabled                           = not(disableLocalAuth)
    metrics_advisor_aad_client_id                = apiProperties.aadClientId
    metrics_advisor_aad_tenant_id                = apiProperties.aadTenantId
    metrics_advisor_super_user_name              = apiProperties.superUser
    metrics_advisor_website_name                 = apiProperties.websiteName
    outbound_network_access_restricted           = restrictOutboundNetworkAccess
    project_management_enabled                   = allowProjectManagement
    public_network_access_enabled                = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    qna_runtime_endpoint                         = apiProperties.qnaRuntimeEndpoint
    sku_name                                     = root.sku.name
    customer_managed_key                         = block(encryption, {
      key_vault_key_id   = drop("Azure writes it in another form, which is not carried")
      identity_client_id = keyVaultProperties.identityClientId
    })
    network_acls                                 = block(networkAcls, {
      ip_rules              = wrap(ipRules, "value")
      virtual_network_rules = block(virtualNetworkRules, {
        subnet_id = id
      })
    })
    network_injection                            = block(networkInjections, {
      subnet_id = subnetArmId
    })
    storage                                      = block(userOwnedStorage, {
      storage_account_id = resourceId
    })

    refer "endpoint"           { attribute = "endpoint" }
    refer "primary_access_key" { attribute = "listKeys().key1" }
  }
}
