rule "google-data-fusion-public" {
  summary     = "The instance has a public address"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_87"] }

  resource "google_data_fusion_instance" {
    require = self.private_instance == true
    message = "The instance can be reached from the internet."

    fix {
      set    = { private_instance = true }
      safety = "unsafe"
    }
  }

  why  = "The instance reaches databases: its interface should not be on the internet."
  help = "Set private_instance = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/data_fusion_instance"]

  example "without private_instance" {
    flagged = <<-TF
      resource "google_data_fusion_instance" "this" {
        name   = "pipelines"
        region = "europe-west1"
        type   = "BASIC"
      }
    TF
  }

  example "private_instance is true" {
    accepted = <<-TF
      resource "google_data_fusion_instance" "this" {
        name   = "pipelines"
        region = "europe-west1"
        type   = "BASIC"

        private_instance = true
      }
    TF
  }
}
