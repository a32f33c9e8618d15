rule "google-folder-default-account-role" {
  summary     = "A role of the folder is given to a default service account"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_48"], trivy = ["GCP-0004"] }

  parameter "suffixes" {
    default = ["-compute@developer.gserviceaccount.com", "@appspot.gserviceaccount.com"]
    summary = "How the addresses of default accounts end."
  }

  resource "google_folder_iam_member" {
    require = (
      !refers("member", "google_compute_default_service_account")
      && !refers("member", "google_app_engine_default_service_account")
      && !any([for s in param.suffixes : endswith(self.member, s)])
    )
    message = "Everything that names no account of its own gets the role."
  }

  resource "google_folder_iam_binding" {
    require = (
      !refers("members", "google_compute_default_service_account")
      && !refers("members", "google_app_engine_default_service_account")
      && !any([for m in self.members : any([for s in param.suffixes : endswith(m, s)])])
    )
    message = "Everything that names no account of its own gets the role."
  }

  why  = "Machines and functions that name no account run as the default one: all of them get the role."
  help = "Make a service account for the program that needs the role."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_member"]

  example "the default account" {
    flagged = <<-TF
      resource "google_folder_iam_member" "this" {
        folder = "folders/123456789"
        role   = "roles/storage.admin"
        member = "serviceAccount:123456-compute@developer.gserviceaccount.com"
      }
    TF
  }

  example "the default account, looked up" {
    flagged = <<-TF
      data "google_compute_default_service_account" "this" {}

      resource "google_folder_iam_member" "this" {
        folder = "folders/123456789"
        role   = "roles/storage.admin"
        member = "serviceAccount:${data.google_compute_default_service_account.this.email}"
      }
    TF
  }

  example "one of its own" {
    accepted = <<-TF
      resource "google_folder_iam_member" "this" {
        folder = "folders/123456789"
        role   = "roles/storage.admin"
        member = "serviceAccount:upload@shop.iam.gserviceaccount.com"
      }
    TF
  }
}
