rule "aws-docdb-tls" {
  summary     = "The document database accepts connections in clear"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_90"] }

  resource "aws_docdb_cluster_parameter_group" {
    require = !any([for p in self.parameter : p.name == "tls" && p.value == "disabled"])
  }

  why  = "Passwords and documents can be read and changed on their way through the network."
  help = "Remove the parameter, or set tls to enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster_parameter_group"]

  example "value is disabled" {
    flagged = <<-TF
      resource "aws_docdb_cluster_parameter_group" "shop" {
        name   = "shop"
        family = "docdb5.0"

        parameter {
          name  = "tls"
          value = "disabled"
        }
      }
    TF
  }

  example "value is enabled" {
    accepted = <<-TF
      resource "aws_docdb_cluster_parameter_group" "shop" {
        name   = "shop"
        family = "docdb5.0"

        parameter {
          name  = "tls"
          value = "enabled"
        }
      }
    TF
  }
}
