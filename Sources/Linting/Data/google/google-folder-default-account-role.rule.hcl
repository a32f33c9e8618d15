rule "google-folder-default-account-role" {
  summary     = "A role of the folder is given to a default service account"
  category    = "security"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_48"], trivy = ["GCP-0004"] }

  resource "google_folder_iam_member" {
    require = !(any([for s in ["-compute@developer.gserviceaccount.com", "@appspot.gserviceaccount.com"] : endswith(self.member, s)]))
    message = "Everything that names no account of its own gets the role."
  }

  resource "google_folder_iam_binding" {
    require = !any([for m in self.members : any([for s in ["-compute@developer.gserviceaccount.com", "@appspot.gserviceaccount.com"] : endswith(m, s)])])
    message = "Everything that names no account of its own gets the role."
  }

  why  = "Machines and functions that name no account run as the default one: all of them get the role."
  help = "Make a service account for the program that needs the role."

  example "the default account" {
    flagged = <<-TF
      resource "google_folder_iam_member" "this" {
        folder = "folders/123456789"
        role   = "roles/storage.admin"
        member = "serviceAccount:123456-compute@developer.gserviceaccount.com"
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
