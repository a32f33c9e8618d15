rule "aws-elasticache-user-without-password" {
  summary  = "The cache's user needs no password"
  category = "security"
  severity = "high"
  tags     = ["iam"]

  resource "aws_elasticache_user" {
    require = self.no_password_required != true && !(self.access_string != null && strcontains(self.access_string, "nopass"))
  }

  resource "aws_memorydb_cluster" {
    require = self.acl_name != "open-access"
    message = "The list open-access lets everyone who reaches the cluster do everything."
  }

  why  = "One host in the network that is taken over is enough to read and change everything."
  help = "Give the user passwords or IAM as authentication_mode, and the cluster a list of its own."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_user"]

  example "reported" {
    flagged = <<-TF
      resource "aws_elasticache_user" "app" {
        user_id              = "app"
        user_name            = "app"
        engine               = "redis"
        access_string        = "on ~* +@all"
        no_password_required = true
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_elasticache_user" "app" {
        user_id       = "app"
        user_name     = "app"
        engine        = "redis"
        access_string = "on ~* +@all"
        authentication_mode {
          type = "iam"
        }
      }
    TF
  }
}
