rule "google-kms-key-ring-public" {
  summary     = "Everyone may use the key ring"
  category    = "security"
  severity    = "critical"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV2_GCP_8"] }

  resource "google_kms_key_ring_iam_member" {
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.member)
    message = "Everyone on the internet has the role on the key ring."
  }

  resource "google_kms_key_ring_iam_binding" {
    require = !any([for m in self.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "Everyone on the internet has the role on the key ring."
  }

  resource "google_kms_key_ring" {
    require = !any([for m in related("google_kms_key_ring_iam_member", "key_ring_id") : contains(["allUsers", "allAuthenticatedUsers"], m.member)]) && !any([for b in related("google_kms_key_ring_iam_binding", "key_ring_id") : any([for m in b.members : contains(["allUsers", "allAuthenticatedUsers"], m)])])
    message = "Everyone on the internet has a role on the keys of the ring."
  }

  why  = "allUsers is everybody, allAuthenticatedUsers everybody with any Google account: the key ring is open to the internet."
  help = "Name the users, groups or service accounts that need the role."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_key_ring_iam_member"]

  example "everybody" {
    flagged = <<-TF
      resource "google_kms_key_ring_iam_member" "this" {
        key_ring_id = "ring"
        role   = "roles/viewer"
        member = "allUsers"
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "google_kms_key_ring_iam_member" "this" {
        key_ring_id = "ring"
        role   = "roles/viewer"
        member = "group:readers@example.com"
      }
    TF
  }
}
