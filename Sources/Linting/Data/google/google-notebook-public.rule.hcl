rule "google-notebook-public" {
  summary     = "The notebook has a public address"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_89"] }

  resource "google_notebooks_instance" {
    require = self.no_public_ip == true
    message = "The notebook can be reached from the internet."

    fix {
      set    = { no_public_ip = true }
      safety = "unsafe"
    }
  }

  why  = "Notebooks run any code with the rights of their account."
  help = "Set no_public_ip = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_instance"]

  example "without no_public_ip" {
    flagged = <<-TF
      resource "google_notebooks_instance" "this" {
        name         = "work"
        location     = "europe-west1-b"
        machine_type = "e2-medium"
      }
    TF
  }

  example "no_public_ip is true" {
    accepted = <<-TF
      resource "google_notebooks_instance" "this" {
        name         = "work"
        location     = "europe-west1-b"
        machine_type = "e2-medium"

        no_public_ip = true
      }
    TF
  }
}
