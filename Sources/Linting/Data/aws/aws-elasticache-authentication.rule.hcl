rule "aws-elasticache-authentication" {
  summary     = "Whoever reaches the cache may use it"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_31"] }

  resource "aws_elasticache_replication_group" {
    require = (
      self.transit_encryption_enabled == true
      && (self.auth_token != null || (self.user_group_ids != null && length(self.user_group_ids) > 0))
    )
    at = self
  }

  why  = "One host in the network that is taken over is enough to read all sessions or to change them."
  help = "Set transit_encryption_enabled = true and name a user group in user_group_ids (or an auth_token)."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_elasticache_replication_group" "sessions" {
        replication_group_id = "sessions"
        description          = "sessions"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_elasticache_replication_group" "sessions" {
        replication_group_id       = "sessions"
        description                = "sessions"
        transit_encryption_enabled = true
        user_group_ids             = ["sessions"]
      }
    TF
  }
}
