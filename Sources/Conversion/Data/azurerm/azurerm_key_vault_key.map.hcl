mapping "azurerm_key_vault_key" {
  arm "Microsoft.KeyVault/vaults/keys 2026-02-01" {
    under   = properties
    options = { name = [self.key_vault_id, self.name] }

    key_vault_id    = ignore("a segment of the name")
    curve           = curveName
    expiration_date = drop("Azure writes it in another form, which is not carried")
    key_opts        = keyOps
    key_type        = kty
    not_before_date = drop("Azure writes it in another form, which is not carried")
    rotation_policy = drop("Azure writes it in another form, which is not carried")
  }
}
