rule "aws-redshift-tls" {
  summary     = "The data warehouse accepts connections in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_105"] }

  resource "aws_redshift_parameter_group" {
    require = any([for p in self.parameter : p.name == "require_ssl" && lower(p.value) == "true"])
    at      = self
  }

  why  = "Passwords and results can be read on their way to reports and tools."
  help = "Add the parameter require_ssl with the value true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_parameter_group"]

  example "without parameter" {
    flagged = <<-TF
      resource "aws_redshift_parameter_group" "sales" {
        name   = "sales"
        family = "redshift-1.0"
      }
    TF
  }

  example "with parameter" {
    accepted = <<-TF
      resource "aws_redshift_parameter_group" "sales" {
        name   = "sales"
        family = "redshift-1.0"

        parameter {
          name  = "require_ssl"
          value = "true"
        }
      }
    TF
  }
}
