rule "google-iam-policy-public" {
  summary     = "The policy gives a role to everyone"
  category    = "security"
  severity    = "high"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_GCP_113"] }

  data "google_iam_policy" {
    each    = self.binding
    require = !any([for m in each.value.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "Everyone on the internet has the role."
  }

  why  = "allUsers is everybody, allAuthenticatedUsers everybody with any Google account."
  help = "Name the users, groups or service accounts that need the role."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/data-sources/iam_policy"]

  example "everybody" {
    flagged = <<-TF
      data "google_iam_policy" "readers" {
        binding {
          role    = "roles/viewer"
          members = ["allUsers"]
        }
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      data "google_iam_policy" "readers" {
        binding {
          role    = "roles/viewer"
          members = ["group:readers@example.com"]
        }
      }
    TF
  }
}
