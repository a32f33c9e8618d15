rule "google-project-legacy-network" {
  summary     = "The project's network makes a subnet in every region"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_2"] }

  resource "google_project" {
    require = all([for n in related("google_compute_network", "project") : n.auto_create_subnetworks != true])
    message = "A network of the project makes its subnets itself."
  }

  why  = "Subnets that make themselves have fixed ranges, which overlap with those of other networks when they are to be joined."
  help = "Set auto_create_subnetworks = false and declare subnets."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project"]

  example "by itself" {
    flagged = <<-TF
      resource "google_project" "shop" {
        name       = "shop"
        project_id = "shop"
      }

      resource "google_compute_network" "main" {
        name                    = "main"
        project                 = google_project.shop.project_id
        auto_create_subnetworks = true
      }
    TF
  }

  example "declared" {
    accepted = <<-TF
      resource "google_project" "shop" {
        name       = "shop"
        project_id = "shop"
      }

      resource "google_compute_network" "main" {
        name                    = "main"
        project                 = google_project.shop.project_id
        auto_create_subnetworks = false
      }
    TF
  }
}
