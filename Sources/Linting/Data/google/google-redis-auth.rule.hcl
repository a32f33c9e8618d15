rule "google-redis-auth" {
  summary     = "The cache asks for no password"
  category    = "security"
  severity    = "medium"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_95"] }

  resource "google_redis_instance" {
    require = self.auth_enabled == true
    message = "Everything in the network reads and writes the cache."

    fix {
      set    = { auth_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Sessions and tokens in the cache are open to every program of the network."
  help = "Set auth_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/redis_instance"]

  example "without auth_enabled" {
    flagged = <<-TF
      resource "google_redis_instance" "this" {
        name           = "cache"
        memory_size_gb = 1
      }
    TF
  }

  example "auth_enabled is true" {
    accepted = <<-TF
      resource "google_redis_instance" "this" {
        name           = "cache"
        memory_size_gb = 1

        auth_enabled = true
      }
    TF
  }
}
