rule "aws-ram-external-principals" {
  summary  = "The resource may be shared outside of the organisation"
  category = "security"
  severity = "low"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "aws_ram_resource_share" {
    require = self.allow_external_principals != true

    fix {
      set    = { allow_external_principals = false }
      safety = "unsafe"
    }
  }

  why  = "A wrong account number shares subnets or keys with a stranger."
  help = "Set allow_external_principals = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ram_resource_share"]

  example "allow_external_principals is true" {
    flagged = <<-TF
      resource "aws_ram_resource_share" "subnets" {
        name                      = "subnets"
        allow_external_principals = true
      }
    TF
  }

  example "allow_external_principals is false" {
    accepted = <<-TF
      resource "aws_ram_resource_share" "subnets" {
        name                      = "subnets"
        allow_external_principals = false
      }
    TF
  }
}
