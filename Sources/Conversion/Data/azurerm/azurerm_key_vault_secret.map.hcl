mapping "azurerm_key_vault_secret" {
  arm "Microsoft.KeyVault/vaults/secrets 2026-02-01" {
    under   = properties
    options = { name = [self.key_vault_id, self.name] }

    key_vault_id     = ignore("a segment of the name")
    expiration_date  = drop("the template counts seconds, and the date is a text")
    not_before_date  = drop("the template counts seconds, and the date is a text")
    value_wo         = value
    value_wo_version = ignore("tells Terraform when to write the value again")

    refer "versionless_id" { attribute = "secretUri" }
  }
}
