rule "aws-redshift-version-upgrades" {
  summary     = "The data warehouse does not take upgrades by itself"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_141"] }

  resource "aws_redshift_cluster" {
    require = self.allow_version_upgrade != false

    fix {
      set    = { allow_version_upgrade = true }
      safety = "unsafe"
    }
  }

  why  = "Repairs of the engine wait until someone remembers."
  help = "Remove allow_version_upgrade = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "allow_version_upgrade is false" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier    = "sales"
        node_type             = "ra3.xlplus"
        allow_version_upgrade = false
      }
    TF
  }

  example "allow_version_upgrade is true" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier    = "sales"
        node_type             = "ra3.xlplus"
        allow_version_upgrade = true
      }
    TF
  }
}
