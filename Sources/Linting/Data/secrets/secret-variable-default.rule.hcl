rule "secret-variable-default" {
  summary  = "A secret is the default of a variable, or a local value"
  category = "secrets"
  severity = "high"

  variable "*" {
    where   = self.default != null
    require = secret_kind(self.default, self.name) == null
    message = "The default of the variable ${self.name} is a ${secret_kind(self.default, self.name)}."
  }

  local "*" {
    require = secret_kind(self.value, self.name) == null
    message = "The local value ${self.name} is a ${secret_kind(self.value, self.name)}."
  }

  why  = "A default stands in the repository's history for ever, and whoever forgets to set the variable runs with a value that everyone knows."
  help = "Remove the default, mark the variable sensitive, and pass the value in from a secret store. Revoke the value: it is known."

  example "a password" {
    flagged = <<-TF
      variable "db_password" {
        default = "Tr0ub4dor&3x"
      }

      output "x" {
        value     = var.db_password
        sensitive = true
      }
    TF
  }

  example "a token as local value" {
    flagged = <<-TF
      locals {
        api_token = "ghp_h7Xk2mQ9vLw4Tz8Rb3Nc6Yd1Fs5Gj0PaEuIo"
      }
    TF
  }

  example "names and addresses" {
    accepted = <<-TF
      variable "secret_name" {
        default = "prod/db/password"
      }

      variable "db_password" {
        type      = string
        sensitive = true
      }

      output "x" {
        value     = [var.db_password, var.secret_name]
        sensitive = true
      }
    TF
  }
}
