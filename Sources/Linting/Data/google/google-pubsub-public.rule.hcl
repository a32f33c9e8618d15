rule "google-pubsub-public" {
  summary     = "Everyone may use the topic"
  category    = "security"
  severity    = "high"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_GCP_99"] }

  resource "google_pubsub_topic_iam_member" {
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.member)
    message = "Everyone on the internet has the role on the topic."
  }

  resource "google_pubsub_topic_iam_binding" {
    require = !any([for m in self.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "Everyone on the internet has the role on the topic."
  }

  why  = "allUsers is everybody, allAuthenticatedUsers everybody with any Google account: the topic is open to the internet."
  help = "Name the users, groups or service accounts that need the role."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/pubsub_topic_iam_member"]

  example "everybody" {
    flagged = <<-TF
      resource "google_pubsub_topic_iam_member" "this" {
        topic = "orders"
        role   = "roles/viewer"
        member = "allUsers"
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "google_pubsub_topic_iam_member" "this" {
        topic = "orders"
        role   = "roles/viewer"
        member = "group:readers@example.com"
      }
    TF
  }
}
