rule "google-project-audit-log" {
  summary  = "The project's audit log leaves services or people out"
  category = "security"
  severity = "low"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "google_project" {
    require     = any([for a in related("google_project_iam_audit_config", "project") : a.service == "allServices" && all([for c in a.audit_log_config : length(coalesce(c.exempted_members, [])) == 0])])
    message     = "Not all reading and writing of data in the project is logged."
    equivalents = { checkov = ["CKV2_GCP_5"] }
  }

  resource "google_project" {
    require     = any([for a in related("google_project_iam_audit_config", "project") : a.service == "allServices" && any([for c in a.audit_log_config : c.log_type == "DATA_READ"]) && any([for c in a.audit_log_config : c.log_type == "DATA_WRITE"])])
    message     = "Reading and writing of data in the project is not logged for all services."
    equivalents = { trivy = ["GCP-0079"] }
  }

  resource "google_project_iam_audit_config" {
    require     = self.service == "allServices" && any([for c in self.audit_log_config : c.log_type == "DATA_READ"]) && any([for c in self.audit_log_config : c.log_type == "DATA_WRITE"])
    message     = "Not all reading and writing of data is logged."
    equivalents = { trivy = ["GCP-0079"] }
  }

  why  = "After an incident, the audit log is what says who read what. Data access is not logged by default."
  help = "Add google_project_iam_audit_config for allServices without exempted members."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project"]

  example "no log" {
    flagged = <<-TF
      resource "google_project" "shop" {
        name       = "shop"
        project_id = "shop"
      }
    TF
  }

  example "all services" {
    accepted = <<-TF
      resource "google_project" "shop" {
        name       = "shop"
        project_id = "shop"
      }

      resource "google_project_iam_audit_config" "all" {
        project = google_project.shop.project_id
        service = "allServices"

        audit_log_config {
          log_type = "DATA_READ"
        }

        audit_log_config {
          log_type = "DATA_WRITE"
        }
      }
    TF
  }
}
