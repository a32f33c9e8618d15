rule "google-bigquery-dataset-public" {
  summary     = "Everyone may read the dataset"
  category    = "security"
  severity    = "critical"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_GCP_15"], trivy = ["GCP-0046"] }

  resource "google_bigquery_dataset" {
    each    = self.access
    require = !contains(["allUsers", "allAuthenticatedUsers"], each.value.special_group) && !contains(["allUsers", "allAuthenticatedUsers"], each.value.iam_member)
    message = "The access entry stands for everybody with a Google account."
  }

  resource "google_bigquery_dataset" {
    each    = self.access
    require = each.value.special_group != null || each.value.user_by_email != null || each.value.group_by_email != null || each.value.domain != null || each.value.iam_member != null || any([for v in each.value.view : true]) || any([for d in each.value.dataset : true]) || any([for r in each.value.routine : true])
    message = "The access entry names nobody."
  }

  resource "google_bigquery_dataset_access" {
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.special_group) && !contains(["allUsers", "allAuthenticatedUsers"], self.iam_member)
    message = "The access entry stands for everybody with a Google account."
  }

  resource "google_bigquery_dataset_iam_member" {
    require = !contains(["allUsers", "allAuthenticatedUsers"], self.member)
    message = "Everyone on the internet has the role."
  }

  resource "google_bigquery_dataset_iam_binding" {
    require = !any([for m in self.members : contains(["allUsers", "allAuthenticatedUsers"], m)])
    message = "Everyone on the internet has the role."
  }

  why  = "allAuthenticatedUsers is everybody with any Google account, not those of your organisation."
  help = "Give access to groups or accounts by name."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset"]

  example "everybody" {
    flagged = <<-TF
      resource "google_bigquery_dataset" "this" {
        dataset_id = "sales"

        access {
          role          = "READER"
          special_group = "allAuthenticatedUsers"
        }
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "google_bigquery_dataset" "this" {
        dataset_id = "sales"

        access {
          role           = "READER"
          group_by_email = "analysts@example.com"
        }
      }
    TF
  }
}
