rule "google-project-default-network" {
  summary     = "The project has the default network"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  equivalents = { checkov = ["CKV_GCP_27"], trivy = ["GCP-0010"] }

  resource "google_project" {
    require = self.auto_create_network == false
    message = "The project gets a network with rules that let the internet in."

    fix {
      set    = { auto_create_network = false }
      safety = "unsafe"
    }
  }

  why  = "The default network has subnets in every region and firewall rules that allow SSH and RDP from everywhere."
  help = "Set auto_create_network = false, and make the networks that are used."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project"]

  example "without auto_create_network" {
    flagged = <<-TF
      resource "google_project" "this" {
        name       = "shop"
        project_id = "shop"
      }
    TF
  }

  example "auto_create_network is false" {
    accepted = <<-TF
      resource "google_project" "this" {
        name       = "shop"
        project_id = "shop"

        auto_create_network = false
      }
    TF
  }
}
