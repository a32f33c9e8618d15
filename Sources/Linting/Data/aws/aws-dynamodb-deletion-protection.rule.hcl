rule "aws-dynamodb-deletion-protection" {
  summary     = "The table can be deleted by one wrong apply"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]

  resource "aws_dynamodb_table" {
    require = self.deletion_protection_enabled == true

    fix {
      set    = { deletion_protection_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A renamed resource deletes the table with all its items."
  help = "Set deletion_protection_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table"]

  example "without deletion_protection_enabled" {
    flagged = <<-TF
      resource "aws_dynamodb_table" "this" {
        name     = "t"
        hash_key = "id"

        attribute {
          name = "id"
          type = "S"
        }
      }
    TF
  }

  example "deletion_protection_enabled is true" {
    accepted = <<-TF
      resource "aws_dynamodb_table" "this" {
        name                        = "t"
        hash_key                    = "id"
        deletion_protection_enabled = true

        attribute {
          name = "id"
          type = "S"
        }
      }
    TF
  }
}
