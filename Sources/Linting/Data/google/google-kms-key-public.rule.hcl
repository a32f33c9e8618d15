rule "google-kms-key-public" {
  summary     = "Everyone may use the key"
  category    = "security"
  severity    = "critical"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_GCP_112", "CKV2_GCP_6"] }

  resource "google_kms_crypto_key_iam_member" {
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.member)
    message = "Everyone on the internet has the role on the key."
  }

  resource "google_kms_crypto_key_iam_binding" {
    require = !any([for m in self.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "Everyone on the internet has the role on the key."
  }

  resource "google_kms_crypto_key_iam_policy" {
    require = !any([for b in coalesce(parsed(self.policy_data).bindings, []) : any([for m in coalesce(b.members, []) : contains(["allUsers", "allAuthenticatedUsers"], m)])])
    message = "Everyone on the internet has a role on the key."
  }

  resource "google_kms_crypto_key" {
    require = !any([for m in related("google_kms_crypto_key_iam_member", "crypto_key_id") : contains(["allUsers", "allAuthenticatedUsers"], m.member)]) && !any([for b in related("google_kms_crypto_key_iam_binding", "crypto_key_id") : any([for m in b.members : contains(["allUsers", "allAuthenticatedUsers"], m)])])
    message = "Everyone on the internet has a role on the key."
  }

  why  = "allUsers is everybody, allAuthenticatedUsers everybody with any Google account: the key is open to the internet."
  help = "Name the users, groups or service accounts that need the role."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key_iam_member"]

  example "everybody" {
    flagged = <<-TF
      resource "google_kms_crypto_key_iam_member" "this" {
        crypto_key_id = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        role   = "roles/viewer"
        member = "allUsers"
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "google_kms_crypto_key_iam_member" "this" {
        crypto_key_id = "projects/p/locations/europe-west1/keyRings/r/cryptoKeys/k"
        role   = "roles/viewer"
        member = "group:readers@example.com"
      }
    TF
  }
}
