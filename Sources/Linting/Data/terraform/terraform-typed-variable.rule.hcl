rule "terraform-typed-variable" {
  summary     = "An input variable has no type"
  category    = "style"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { tflint = ["terraform_typed_variables"] }

  variable "*" {
    require = self.type != null
    at      = self
    message = "The variable “${self.name}” takes a value of any type."
  }

  why  = <<-TEXT
    Without a type a wrong value is found deep inside of the module, or not at all; with one it is refused at the call, by name.
  TEXT
  help = "Add type = string, or what the module expects."

  references = ["https://developer.hashicorp.com/terraform/language/values/variables"]

  example "any value" {
    flagged = <<-TF
      variable "region" {}

      output "region" {
        value = var.region
      }
    TF
  }

  example "a text" {
    accepted = <<-TF
      variable "region" {
        type = string
      }

      output "region" {
        value = var.region
      }
    TF
  }
}
