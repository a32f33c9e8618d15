rule "aws-emr-security-configuration" {
  summary     = "The EMR cluster has no security configuration"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_55"] }

  resource "aws_emr_cluster" {
    require = self.security_configuration != null
  }

  why  = "Without one nothing of the cluster is encrypted, on its disks or between its nodes."
  help = "Declare aws_emr_security_configuration and name it in security_configuration."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_cluster"]

  example "without security_configuration" {
    flagged = <<-TF
      resource "aws_emr_cluster" "spark" {
        name          = "spark"
        release_label = "emr-7.0.0"
        service_role  = "emr"
      }
    TF
  }

  example "security_configuration is encrypted" {
    accepted = <<-TF
      resource "aws_emr_cluster" "spark" {
        name                   = "spark"
        release_label          = "emr-7.0.0"
        service_role           = "emr"
        security_configuration = "encrypted"
      }
    TF
  }
}
