mapping "azurerm_user_assigned_identity" {
  arm "Microsoft.ManagedIdentity/userAssignedIdentities 2024-11-30" {
    under = properties

    refer "principal_id" { attribute = "principalId" }
    refer "client_id"    { attribute = "clientId" }
    refer "tenant_id"    { attribute = "tenantId" }
  }
}
