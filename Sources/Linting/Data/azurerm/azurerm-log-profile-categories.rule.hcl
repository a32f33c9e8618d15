rule "azurerm-log-profile-categories" {
  summary     = "Some activities are not logged"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AZURE_38"], trivy = ["AZU-0033"] }

  resource "azurerm_monitor_log_profile" {
    require = all([for c in ["Action", "Delete", "Write"] : contains(self.categories, c)])
    message = "A category is missing."
  }

  why  = "What is left out is what nobody can explain."
  help = "Name Action, Delete and Write."

  example "categories is Write" {
    flagged = <<-TF
      resource "azurerm_monitor_log_profile" "shop" {
        name      = "log"
        locations = ["westeurope"]
        categories = ["Write"]
      }
    TF
  }

  example "categories is Action and Delete and Write" {
    accepted = <<-TF
      resource "azurerm_monitor_log_profile" "shop" {
        name      = "log"
        locations = ["westeurope"]
        categories = ["Action", "Delete", "Write"]
      }
    TF
  }
}
