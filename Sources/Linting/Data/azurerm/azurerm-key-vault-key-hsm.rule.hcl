rule "azurerm-key-vault-key-hsm" {
  summary     = "The key is kept in software"
  category    = "security"
  severity    = "info"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_112"] }

  resource "azurerm_key_vault_key" {
    require = contains(["RSA-HSM", "EC-HSM"], self.key_type)
    message = "The key is not bound to hardware."
  }

  why  = "Keys in hardware cannot be copied out, by the provider either."
  help = "Set key_type = \"RSA-HSM\" in a premium vault."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key"]

  example "key_type is RSA" {
    flagged = <<-TF
      resource "azurerm_key_vault_key" "shop" {
        name         = "main"
        key_vault_id = "vault"
        key_size     = 2048
        key_opts     = ["sign"]
        key_type     = "RSA"
      }
    TF
  }

  example "key_type is RSA-HSM" {
    accepted = <<-TF
      resource "azurerm_key_vault_key" "shop" {
        name         = "main"
        key_vault_id = "vault"
        key_size     = 2048
        key_opts     = ["sign"]
        key_type     = "RSA-HSM"
      }
    TF
  }
}
