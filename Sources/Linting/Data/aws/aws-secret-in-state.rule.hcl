rule "aws-secret-in-state" {
  summary  = "A secret is kept in the state"
  category = "secrets"
  severity = "low"
  packs    = ["strict"]

  data "aws_secretsmanager_secret_version" "aws_secretsmanager_random_password" "aws_kms_secrets" "aws_eks_cluster_auth" "aws_ecr_authorization_token" {
    require     = false
    at          = self
    message     = "What this data source reads stands in the state in clear."
    equivalents = { tflint = ["aws_ephemeral_resources"] }
  }

  resource "aws_db_instance" {
    require     = self.password == null
    message     = "The password stands in the state; password_wo does not."
    equivalents = { tflint = ["aws_write_only_arguments"] }
  }

  resource "aws_rds_cluster" "aws_docdb_cluster" "aws_redshift_cluster" {
    require     = self.master_password == null
    message     = "The password stands in the state; master_password_wo does not."
    equivalents = { tflint = ["aws_write_only_arguments"] }
  }

  resource "aws_secretsmanager_secret_version" {
    require     = self.secret_string == null
    message     = "The secret stands in the state; secret_string_wo does not."
    equivalents = { tflint = ["aws_write_only_arguments"] }
  }

  resource "aws_ssm_parameter" {
    where       = self.type == "SecureString"
    require     = self.value == null
    message     = "The secret stands in the state; value_wo does not."
    equivalents = { tflint = ["aws_write_only_arguments"] }
  }

  why  = "The state is read by everyone who may plan, and copied to wherever it is kept."
  help = "Use the ephemeral resource of the same name and the write-only argument (…_wo), or let AWS manage the password."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/secretsmanager_secret_version"]

  example "reported" {
    flagged = <<-TF
      data "aws_secretsmanager_secret_version" "db" {
        secret_id = "db"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      ephemeral "aws_secretsmanager_secret_version" "db" {
        secret_id = "db"
      }
    TF
  }
}
