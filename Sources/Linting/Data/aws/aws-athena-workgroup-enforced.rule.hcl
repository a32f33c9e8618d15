rule "aws-athena-workgroup-enforced" {
  summary     = "Clients may overrule the settings of the workgroup"
  category    = "security"
  severity    = "medium"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_82"], trivy = ["AWS-0007"] }

  resource "aws_athena_workgroup" {
    require = !any([for c in self.configuration : c.enforce_workgroup_configuration == false])
  }

  why  = "With enforcement off, a client chooses where results go and whether they are encrypted."
  help = "Remove enforce_workgroup_configuration = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_workgroup"]

  example "enforce_workgroup_configuration is false" {
    flagged = <<-TF
      resource "aws_athena_workgroup" "analysts" {
        name = "analysts"

        configuration {
          enforce_workgroup_configuration = false
        }
      }
    TF
  }

  example "enforce_workgroup_configuration is true" {
    accepted = <<-TF
      resource "aws_athena_workgroup" "analysts" {
        name = "analysts"

        configuration {
          enforce_workgroup_configuration = true
        }
      }
    TF
  }
}
