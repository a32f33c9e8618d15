rule "aws-redshift-encryption" {
  summary     = "The warehouse is not encrypted"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_64"], trivy = ["AWS-0084"], kics = ["cfdcabb0-fc06-427c-865b-c59f13e898ce"] }

  resource "aws_redshift_cluster" {
    require = self.encrypted == null || self.encrypted == true || self.encrypted == "true"

    fix {
      set    = { encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Data and snapshots of the warehouse are stored in clear."
  help = "Remove encrypted = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "encrypted is false" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "this" {
        cluster_identifier = "w"
        node_type          = "ra3.large"
        encrypted          = false
      }
    TF
  }

  example "encrypted is true" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "this" {
        cluster_identifier = "w"
        node_type          = "ra3.large"
        encrypted          = true
      }
    TF
  }
}
