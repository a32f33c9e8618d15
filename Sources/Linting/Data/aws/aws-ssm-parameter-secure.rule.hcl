rule "aws-ssm-parameter-secure" {
  summary     = "The parameter holds a secret in clear"
  category    = "secrets"
  severity    = "medium"

  resource "aws_ssm_parameter" {
    require = self.type == "SecureString" || secret_kind(self.value, self.name) == null
  }

  why  = "Parameters of the type String can be read with the most common of permissions, and are shown in the console."
  help = "Set type = SecureString."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter"]

  example "reported" {
    flagged = <<-TF
      resource "aws_ssm_parameter" "this" {
        name  = "/prod/db/password"
        type  = "String"
        value = "hV8#kq2Lx9!w"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_ssm_parameter" "this" {
        name  = "/prod/db/host"
        type  = "String"
        value = "db.internal"
      }
    TF
  }
}
