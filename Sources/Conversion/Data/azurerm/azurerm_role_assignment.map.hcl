mapping "azurerm_role_assignment" {
  arm "Microsoft.Authorization/roleAssignments 2022-04-01" {
    when    = has(self.name)
    under   = properties
    options = { scope = self.scope }

    scope                            = ignore("the resource that the assignment belongs to")
    role_definition_name             = role(roleDefinitionId)
    skip_service_principal_aad_check = when_true(principalType, "ServicePrincipal")
  }

  arm "Microsoft.Authorization/roleAssignments 2022-04-01" {
    under   = properties
    options = { name = [generated], scope = self.scope }

    scope                            = ignore("the resource that the assignment belongs to")
    role_definition_name             = role(roleDefinitionId)
    skip_service_principal_aad_check = when_true(principalType, "ServicePrincipal")
  }
}
