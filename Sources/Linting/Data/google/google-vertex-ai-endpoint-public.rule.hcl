rule "google-vertex-ai-endpoint-public" {
  summary     = "The endpoint answers on the internet"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_GCP_33"] }

  resource "google_vertex_ai_endpoint" {
    require = self.network != null || any([for p in self.private_service_connect_config : p.enable_private_service_connect == true])
    message = "Predictions can be asked for from everywhere."
  }

  why  = "Only IAM stands between the internet and the model."
  help = "Name the network that may ask."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_endpoint"]

  example "without network" {
    flagged = <<-TF
      resource "google_vertex_ai_endpoint" "this" {
        name         = "predictions"
        display_name = "predictions"
        location     = "europe-west1"
      }
    TF
  }

  example "network is projects/123/global/networks/main" {
    accepted = <<-TF
      resource "google_vertex_ai_endpoint" "this" {
        name         = "predictions"
        display_name = "predictions"
        location     = "europe-west1"

        network = "projects/123/global/networks/main"
      }
    TF
  }
}
