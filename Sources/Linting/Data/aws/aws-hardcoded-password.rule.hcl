rule "aws-hardcoded-password" {
  summary  = "The password is written in the configuration"
  category = "secrets"
  severity = "high"

  resource "aws_db_instance" {
    where   = self.password != null
    require = secret_kind(self.password, "password") == null
    at      = self.password
    message = "The password of the database can be read by everyone who sees the code."
  }

  resource "aws_rds_cluster" "aws_docdb_cluster" "aws_redshift_cluster" {
    where   = self.master_password != null
    require = secret_kind(self.master_password, "password") == null
    at      = self.master_password
    message = "The password of the database can be read by everyone who sees the code."
  }

  resource "aws_elasticache_replication_group" {
    where   = self.auth_token != null
    require = secret_kind(self.auth_token, "auth_token") == null
    at      = self.auth_token
    message = "The token of the cache can be read by everyone who sees the code."
  }

  resource "aws_secretsmanager_secret_version" {
    where   = self.secret_string != null
    require = secret_kind(self.secret_string, "secret") == null
    at      = self.secret_string
    message = "The secret can be read by everyone who sees the code."
  }

  resource "aws_iam_user_login_profile" {
    require  = self.password_reset_required != false || self.pgp_key != null
    message  = "The first password is never changed, and stands in the state."
    severity = "low"
  }

  resource "aws_mq_broker" {
    each    = self.user
    where   = each.value.password != null
    require = secret_kind(each.value.password, "password") == null
    message = "The password of ${each.value.username} can be read by everyone who sees the code."
  }

  resource "aws_directory_service_directory" {
    where   = self.password != null
    require = secret_kind(self.password, "password") == null
    at      = self.password
    message = "The directory's password can be read by everyone who sees the code."
  }

  why  = "It stays in the history of the repository for ever, in the state, and on every laptop with a copy."
  help = "Set manage_master_user_password = true, or read the password from an ephemeral resource into a write-only argument."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "reported" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "postgres"
        instance_class = "db.m7g.large"
        username       = "orders"
        password       = "hV8#kq2Lx9!wP3z"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier                  = "orders"
        engine                      = "postgres"
        instance_class              = "db.m7g.large"
        username                    = "orders"
        manage_master_user_password = true
      }
    TF
  }
}
