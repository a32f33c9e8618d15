rule "terraform-standard-structure" {
  summary     = "The files of the module are not where others look for them"
  category    = "style"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { tflint = ["terraform_standard_module_structure"] }
  references  = ["https://developer.hashicorp.com/terraform/language/modules/develop/structure"]

  terraform {
    require = contains(self.files, "main.tf") || contains(self.files, "main.tf.json")
    message = "The module has no main.tf."
  }

  variable "*" {
    require = contains(["variables.tf", "variables.tf.json"], self.file)
    at      = self
    message = "The variable “${self.name}” stands in ${self.file}, and not in variables.tf."
  }

  output "*" {
    require = contains(["outputs.tf", "outputs.tf.json"], self.file)
    at      = self
    message = "The output “${self.name}” stands in ${self.file}, and not in outputs.tf."
  }

  why  = <<-TEXT
    Who reads a module for the first time looks into main.tf, variables.tf and outputs.tf, and so do tools that document it.
  TEXT
  help = "Move variables to variables.tf, outputs to outputs.tf, and begin with main.tf."

  example "a variable in main.tf" {
    flagged = <<-TF
      variable "region" {
        type = string
      }

      resource "aws_sqs_queue" "orders" {
        name = var.region
      }
    TF
  }

  example "main.tf alone" {
    accepted = <<-TF
      resource "aws_sqs_queue" "orders" {
        name = "orders"
      }
    TF
  }
}
