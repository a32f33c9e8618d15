rule "terraform-required-version" {
  summary     = "The module does not say which versions of Terraform it needs"
  category    = "style"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { tflint = ["terraform_required_version"] }

  terraform {
    require = self.required_version != null
    message = "No terraform block has required_version."
  }

  why  = <<-TEXT
    An older Terraform fails at the first construct that it does not know, with a message about syntax; a version constraint says plainly
    what is missing.
  TEXT
  help = "Add required_version to the terraform block, for instance \">= 1.6\"."

  references = ["https://developer.hashicorp.com/terraform/language/settings"]

  example "any version" {
    flagged = <<-TF
      output "region" {
        value = "eu-west-1"
      }
    TF
  }

  example "from one on" {
    accepted = <<-TF
      terraform {
        required_version = ">= 1.6"
      }

      output "region" {
        value = "eu-west-1"
      }
    TF
  }
}
