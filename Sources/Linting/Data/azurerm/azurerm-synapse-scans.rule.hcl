rule "azurerm-synapse-scans" {
  summary     = "The workspace is not scanned regularly"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AZURE_46"] }

  resource "azurerm_synapse_workspace_vulnerability_assessment" {
    require = any([for s in self.recurring_scans : s.enabled == true])
    message = "Mistakes in settings are not found."
  }

  why  = "Settings drift: a scan every week finds what has changed."
  help = "Add recurring_scans { enabled = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_workspace_vulnerability_assessment"]

  example "without recurring_scans" {
    flagged = <<-TF
      resource "azurerm_synapse_workspace_vulnerability_assessment" "shop" {
        workspace_security_alert_policy_id = "policy"
        storage_container_path             = "https://shop.blob.core.windows.net/scans/"
      }
    TF
  }

  example "with recurring_scans" {
    accepted = <<-TF
      resource "azurerm_synapse_workspace_vulnerability_assessment" "shop" {
        workspace_security_alert_policy_id = "policy"
        storage_container_path             = "https://shop.blob.core.windows.net/scans/"

        recurring_scans {
          enabled = true
        }
      }
    TF
  }
}
