rule "google-redis-transit" {
  summary     = "The cache talks without encryption"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_GCP_97"] }

  resource "google_redis_instance" {
    require = self.transit_encryption_mode == "SERVER_AUTHENTICATION"
    message = "Traffic to the cache is in clear."

    fix {
      set    = { transit_encryption_mode = "SERVER_AUTHENTICATION" }
      safety = "unsafe"
    }
  }

  why  = "Passwords and data of the cache pass the network in clear."
  help = "Set transit_encryption_mode = \"SERVER_AUTHENTICATION\"."

  references = ["https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/redis_instance"]

  example "without transit_encryption_mode" {
    flagged = <<-TF
      resource "google_redis_instance" "this" {
        name           = "cache"
        memory_size_gb = 1
      }
    TF
  }

  example "transit_encryption_mode is SERVER_AUTHENTICATION" {
    accepted = <<-TF
      resource "google_redis_instance" "this" {
        name           = "cache"
        memory_size_gb = 1

        transit_encryption_mode = "SERVER_AUTHENTICATION"
      }
    TF
  }
}
