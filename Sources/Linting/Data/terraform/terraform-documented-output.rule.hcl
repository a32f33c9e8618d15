rule "terraform-documented-output" {
  summary     = "An output has no description"
  category    = "style"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { tflint = ["terraform_documented_outputs"] }

  output "*" {
    require = self.description != null && self.description != ""
    at      = self
    message = "Nobody who calls the module is told what “${self.name}” gives."
  }

  why  = "Descriptions are what registries, editors and generated documentation show of a module."
  help = "Add a description: what the value names and who needs it."

  references = ["https://developer.hashicorp.com/terraform/language/values/outputs"]

  example "no word" {
    flagged = <<-TF
      output "region" {
        value = "eu-west-1"
      }
    TF
  }

  example "a sentence" {
    accepted = <<-TF
      output "region" {
        value       = "eu-west-1"
        description = "Where everything was built."
      }
    TF
  }
}
