rule "azurerm-storage-account-bypass" {
  summary     = "Services of the platform are kept out of the account"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_36"], trivy = ["AZU-0010"] }

  resource "azurerm_storage_account" {
    require = all([for n in self.network_rules : n.default_action != "Deny" || any([for b in coalesce(n.bypass, []) : b == "AzureServices"]) || n.bypass == null])
    message = "Backup, monitoring and other services of the platform cannot reach it."
  }

  resource "azurerm_storage_account_network_rules" {
    require = self.bypass == null || any([for b in coalesce(self.bypass, []) : b == "AzureServices"])
    message = "Backup, monitoring and other services of the platform cannot reach it."
  }

  why  = "Rules that deny keep out services that work for you, unless they are named."
  help = "Add AzureServices to bypass."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account"]

  example "kept out" {
    flagged = <<-TF
      resource "azurerm_storage_account_network_rules" "shop" {
        storage_account_id = "account"
        default_action     = "Deny"
        bypass             = ["None"]
      }
    TF
  }

  example "let in" {
    accepted = <<-TF
      resource "azurerm_storage_account_network_rules" "shop" {
        storage_account_id = "account"
        default_action     = "Deny"
        bypass             = ["AzureServices"]
      }
    TF
  }
}
