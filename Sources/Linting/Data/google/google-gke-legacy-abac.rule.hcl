rule "google-gke-legacy-abac" {
  summary     = "Old rights by attribute hold in the cluster"
  category    = "security"
  severity    = "high"
  tags        = ["iam"]
  equivalents = { checkov = ["CKV_GCP_7"], trivy = ["GCP-0062"] }

  resource "google_container_cluster" {
    require = self.enable_legacy_abac != true
    message = "Every authenticated account may do much in the cluster."

    fix {
      set    = { enable_legacy_abac = false }
      safety = "unsafe"
    }
  }

  why  = "Legacy rules give all accounts broad rights that roles cannot take away."
  help = "Remove enable_legacy_abac."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "enable_legacy_abac is true" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        enable_legacy_abac = true
      }
    TF
  }

  example "without enable_legacy_abac" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }
}
