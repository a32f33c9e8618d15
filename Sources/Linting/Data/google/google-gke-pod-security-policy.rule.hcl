rule "google-gke-pod-security-policy" {
  summary     = "The cluster limits no pods"
  category    = "security"
  severity    = "low"
  tags        = ["kubernetes"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_24"] }

  resource "google_container_cluster" {
    where   = self.min_master_version != null
    require = tonumber(try(regex("^[0-9]+[.][0-9]+", self.min_master_version), "9.99")) >= 1.25 && !can(regex("^1[.][0-9]([.]|$)", self.min_master_version))
    message = "The old version has neither policies switched on nor pod security admission."
  }

  why  = "Before 1.25 pods were limited by policies only, and those were off by default."
  help = "Upgrade, and set the level of pod security admission for each namespace."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "min_master_version is 1.24" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        min_master_version = "1.24"
      }
    TF
  }

  example "min_master_version is 1.29" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        min_master_version = "1.29"
      }
    TF
  }
}
