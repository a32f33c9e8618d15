rule "terraform-sensitive-variable" {
  summary  = "A variable that holds a secret is not marked"
  category = "secrets"
  severity = "low"
  packs    = ["strict"]

  variable "*" {
    where = can(regex("(^|_)(password|passwd|secret|token|api_key|private_key|access_key|client_secret|credentials?)$", lower(self.name))) && (self.type == null || self.type == "string" || self.type == "any")
    require = self.sensitive || self.ephemeral
    at      = self
    message = "The value of “${self.name}” is printed in plans and errors."

    fix {
      set    = { sensitive = true }
      safety = "unsafe"
    }
  }

  why  = <<-TEXT
    What a plan prints stands in the logs of every pipeline, and those are read by more people than the secret is meant for.
  TEXT
  help = "Add sensitive = true, or ephemeral = true where the value need not be kept in the state."

  references = ["https://developer.hashicorp.com/terraform/language/values/variables"]

  example "printed" {
    flagged = <<-TF
      variable "database_password" {
        type = string
      }

      resource "aws_ssm_parameter" "password" {
        name  = "/shop/database"
        type  = "SecureString"
        value = var.database_password
      }
    TF
  }

  example "hidden" {
    accepted = <<-TF
      variable "database_password" {
        type      = string
        sensitive = true
      }

      resource "aws_ssm_parameter" "password" {
        name  = "/shop/database"
        type  = "SecureString"
        value = var.database_password
      }
    TF
  }
}
