rule "google-gke-binary-authorization" {
  summary     = "Any image runs in the cluster"
  category    = "security"
  severity    = "low"
  tags        = ["supply-chain"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_66"] }

  resource "google_container_cluster" {
    require = any([for b in self.binary_authorization : contains(["PROJECT_SINGLETON_POLICY_ENFORCE", "POLICY_BINDINGS", "POLICY_BINDINGS_AND_PROJECT_SINGLETON_POLICY_ENFORCE"], b.evaluation_mode)])
    message = "Images are not checked before they run."
  }

  why  = "Without the check, who may start pods runs any code."
  help = "Set binary_authorization with an evaluation mode that enforces."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster"]

  example "without binary_authorization" {
    flagged = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1
      }
    TF
  }

  example "with binary_authorization" {
    accepted = <<-TF
      resource "google_container_cluster" "this" {
        name               = "main"
        location           = "europe-west1"
        initial_node_count = 1

        binary_authorization {
          evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"
        }
      }
    TF
  }
}
