rule "aws-emr-kerberos" {
  summary     = "Users of the EMR cluster are not authenticated"
  category    = "security"
  severity    = "info"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_114"] }

  resource "aws_emr_cluster" {
    require = any([for k in self.kerberos_attributes : k.realm != null])
    at      = self
  }

  why  = "Without Kerberos, Hadoop believes whatever user name a program gives."
  help = "Add kerberos_attributes with a realm, and a security configuration with Kerberos."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_cluster"]

  example "without kerberos_attributes" {
    flagged = <<-TF
      resource "aws_emr_cluster" "spark" {
        name          = "spark"
        release_label = "emr-7.0.0"
        service_role  = "emr"
      }
    TF
  }

  example "with kerberos_attributes" {
    accepted = <<-TF
      resource "aws_emr_cluster" "spark" {
        name          = "spark"
        release_label = "emr-7.0.0"
        service_role  = "emr"

        kerberos_attributes {
          kdc_admin_password = "from-a-secret"
          realm              = "EC2.INTERNAL"
        }
      }
    TF
  }
}
