rule "terraform-documented-variable" {
  summary     = "An input variable has no description"
  category    = "style"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { tflint = ["terraform_documented_variables"] }

  variable "*" {
    require = self.description != null && self.description != ""
    at      = self
    message = "Nobody who calls the module is told what “${self.name}” is for."
  }

  why  = "Descriptions are what registries, editors and generated documentation show of a module."
  help = "Add a description: what the value is for and what happens when it is left out."

  references = ["https://developer.hashicorp.com/terraform/language/values/variables"]

  example "no word" {
    flagged = <<-TF
      variable "region" {
        type = string
      }

      output "region" {
        value = var.region
      }
    TF
  }

  example "a sentence" {
    accepted = <<-TF
      variable "region" {
        type        = string
        description = "Where everything is built."
      }

      output "region" {
        value = var.region
      }
    TF
  }
}
