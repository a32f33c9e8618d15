rule "google-container-scanning" {
  summary     = "Images in the registry are not scanned"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_11"] }

  # The type is gone since version 3 of the provider: the pattern stands for it alone.
  resource "google_project_service*s" {
    require = contains(coalesce(self.services, []), "containerscanning.googleapis.com")
    message = "The project's list of services leaves out containerscanning.googleapis.com."
  }

  why  = "Holes that become known after an image was built are only found by a scan of what lies in the registry."
  help = "Turn containerscanning.googleapis.com on, today with a google_project_service of its own."

  example "not in the list" {
    flagged = <<-TF
      resource "google_project_services" "shop" {
        project  = "shop"
        services = ["iam.googleapis.com", "containerregistry.googleapis.com"]
      }
    TF
  }

  example "in the list" {
    accepted = <<-TF
      resource "google_project_services" "shop" {
        project  = "shop"
        services = ["containerregistry.googleapis.com", "containerscanning.googleapis.com"]
      }
    TF
  }
}
