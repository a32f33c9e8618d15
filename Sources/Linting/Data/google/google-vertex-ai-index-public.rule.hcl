rule "google-vertex-ai-index-public" {
  summary     = "The index answers on the internet"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  equivalents = { checkov = ["CKV2_GCP_34"] }

  resource "google_vertex_ai_index_endpoint" {
    require = self.public_endpoint_enabled != true
    message = "The index can be searched from everywhere."

    fix {
      set    = { public_endpoint_enabled = false }
      safety = "unsafe"
    }
  }

  why  = "Only IAM stands between the internet and the index."
  help = "Remove public_endpoint_enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_index_endpoint"]

  example "public_endpoint_enabled is true" {
    flagged = <<-TF
      resource "google_vertex_ai_index_endpoint" "this" {
        display_name = "products"

        public_endpoint_enabled = true
      }
    TF
  }

  example "without public_endpoint_enabled" {
    accepted = <<-TF
      resource "google_vertex_ai_index_endpoint" "this" {
        display_name = "products"
      }
    TF
  }
}
