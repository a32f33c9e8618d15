rule "google-workbench-cmk" {
  summary     = "The workbench's disks is encrypted with a key of the provider"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV2_GCP_27"] }

  resource "google_workbench_instance" {
    require = any([for s in self.gce_setup : any([for d in s.boot_disk : d.kms_key != null]) && all([for d in s.data_disks : d.kms_key != null])])
    message = "No key of your own protects the workbench's disks."
  }

  why  = "With a key of your own, access to the workbench's disks can be logged, limited and ended by the key alone."
  help = "Name a Cloud KMS key, and let the service's agent use it."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/workbench_instance"]

  example "without gce_setup" {
    flagged = <<-TF
      resource "google_workbench_instance" "this" {
        name     = "work"
        location = "europe-west1-b"
      }
    TF
  }

  example "with gce_setup" {
    accepted = <<-TF
      resource "google_workbench_instance" "this" {
        name     = "work"
        location = "europe-west1-b"

        gce_setup {
          boot_disk {
            disk_encryption = "CMEK"
            kms_key         = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
          }
        }
      }
    TF
  }
}
