rule "google-dataproc-public-address" {
  summary     = "Machines of the cluster have public addresses"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_103"] }

  resource "google_dataproc_cluster" {
    require = any([for c in self.cluster_config : any([for g in c.gce_cluster_config : g.internal_ip_only == true])])
    message = "Machines can be reached from the internet."
  }

  why  = "Hadoop services have many ports without login."
  help = "Set internal_ip_only = true in gce_cluster_config."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_cluster"]

  example "without cluster_config" {
    flagged = <<-TF
      resource "google_dataproc_cluster" "this" {
        name   = "batch"
        region = "europe-west1"
      }
    TF
  }

  example "with cluster_config" {
    accepted = <<-TF
      resource "google_dataproc_cluster" "this" {
        name   = "batch"
        region = "europe-west1"

        cluster_config {
          gce_cluster_config {
            internal_ip_only = true
          }
        }
      }
    TF
  }
}
