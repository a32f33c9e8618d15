rule "azurerm-log-profile-regions" {
  summary     = "Activities of some regions are not logged"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { trivy = ["AZU-0032"] }

  parameter "regions" {
    default = 2
    summary = "How many locations must be named, global included."
  }

  resource "azurerm_monitor_log_profile" {
    require = contains(self.locations, "global") && length(self.locations) >= param.regions
    message = "Regions are missing."
  }

  why  = "Intruders use regions where nobody looks."
  help = "Name all regions, and global."

  example "locations is westeurope" {
    flagged = <<-TF
      resource "azurerm_monitor_log_profile" "shop" {
        name       = "log"
        categories = ["Action", "Delete", "Write"]
        locations  = ["westeurope"]
      }
    TF
  }

  example "locations is global and westeurope and northeurope" {
    accepted = <<-TF
      resource "azurerm_monitor_log_profile" "shop" {
        name       = "log"
        categories = ["Action", "Delete", "Write"]
        locations  = ["global", "westeurope", "northeurope"]
      }
    TF
  }
}
