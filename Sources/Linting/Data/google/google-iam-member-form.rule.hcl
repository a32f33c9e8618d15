rule "google-iam-member-form" {
  summary    = "A member of a role has no form that Google accepts"
  category   = "correctness"
  severity   = "medium"
  tags       = ["iam"]
  references = ["https://cloud.google.com/iam/docs/principal-identifiers"]

  parameter "form" {
    default = "^(allUsers|allAuthenticatedUsers|(deleted:)?(user|serviceAccount|group):[^@ ]+@[^@ ]+|domain:[^ ]+[.][^ ]+|(projectOwner|projectEditor|projectViewer):[^ ]+|(deleted:)?(principal|principalSet):(//|/)[^ ]+|(deleted:)?principal(Set)?://.+)$"
    summary = "A pattern of what members look like."
  }

  resource "google_project_iam_member" {
    require     = can(regex(param.form, self.member))
    message     = "${self.member} does not say what kind of member it is, or is not complete."
    equivalents = { tflint = ["google_project_iam_member_invalid_member"] }
  }

  resource "google_project_iam_binding" {
    each        = self.members
    require     = can(regex(param.form, each.value))
    message     = "${each.value} does not say what kind of member it is, or is not complete."
    equivalents = { tflint = ["google_project_iam_binding_invalid_member"] }
  }

  resource "google_project_iam_audit_config" {
    let         = { exempted = flatten([for config in self.audit_log_config : coalesce(config.exempted_members, [])]) }
    require     = !any([for member in exempted : !can(regex(param.form, member))])
    at          = self.audit_log_config
    message     = "An exempted member does not say what kind of member it is, or is not complete."
    equivalents = { tflint = ["google_project_iam_audit_config_invalid_member"] }
  }

  resource "google_folder_iam_member" "google_organization_iam_member" "google_service_account_iam_member" "google_storage_bucket_iam_member" {
    require = can(regex(param.form, self.member))
    message = "${self.member} does not say what kind of member it is, or is not complete."
  }

  resource "google_project_iam_policy" {
    let         = { bound = flatten([for binding in coalesce(try(parsed(self.policy_data).bindings, null), []) : coalesce(try(binding.members, null), [])]) }
    require     = !any([for member in bound : !can(regex(param.form, member))])
    at          = self.policy_data
    message     = "A member of the policy does not say what kind of member it is, or is not complete."
    equivalents = { tflint = ["google_project_iam_policy_invalid_member"] }
  }

  data "google_iam_policy" {
    each        = self.binding
    # The policy of a data set has the groups of BigQuery as well.
    require     = !any([for member in each.value.members : !can(regex(param.form, member)) && !contains(["projectOwners", "projectReaders", "projectWriters"], member)])
    message     = "A member of the binding does not say what kind of member it is, or is not complete."
    equivalents = { tflint = ["google_project_iam_policy_invalid_member"] }
  }

  why  = "Google refuses the member when the change is applied; a policy as a whole then stays as it was."
  help = "Write the kind in front of the member: user:, serviceAccount:, group:, domain:, principal: or principalSet:."

  example "a group of BigQuery" {
    accepted = <<-TF
      data "google_iam_policy" "dataset" {
        binding {
          role    = "roles/bigquery.dataOwner"
          members = ["projectOwners"]
        }
      }
    TF
  }

  example "an address alone" {
    flagged = <<-TF
      resource "google_project_iam_member" "reader" {
        project = "shop"
        role    = "roles/viewer"
        member  = "ada@example.com"
      }
    TF
  }

  example "a user" {
    accepted = <<-TF
      resource "google_project_iam_member" "reader" {
        project = "shop"
        role    = "roles/viewer"
        member  = "user:ada@example.com"
      }
    TF
  }

  example "a pool of identities" {
    accepted = <<-TF
      resource "google_project_iam_binding" "deploy" {
        project = "shop"
        role    = "roles/run.developer"
        members = ["principalSet://iam.googleapis.com/projects/123/locations/global/workloadIdentityPools/ci/attribute.repository/shop/api"]
      }
    TF
  }
}
