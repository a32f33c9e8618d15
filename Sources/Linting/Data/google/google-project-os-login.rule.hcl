rule "google-project-os-login" {
  summary     = "OS Login is not required in the project"
  category    = "security"
  severity    = "medium"
  tags        = ["compute"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_33"], trivy = ["GCP-0042"] }

  resource "google_compute_project_metadata" {
    require = lower(tostring(self.metadata["enable-oslogin"])) == "true"
    message = "Keys in metadata open the machines of the project."
  }

  why  = "OS Login ties access to IAM, with second factors and an end when somebody leaves."
  help = "Set enable-oslogin = \"TRUE\"."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_project_metadata"]

  example "as it should not be" {
    flagged = <<-TF
      resource "google_compute_project_metadata" "this" {
        metadata = {
          enable-oslogin = "FALSE"
        }
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "google_compute_project_metadata" "this" {
        metadata = {
          enable-oslogin = "TRUE"
        }
      }
    TF
  }
}
