rule "aws-redshift-multi-zone" {
  summary  = "The data warehouse stands in one zone"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_redshift_cluster" {
    require = self.multi_az == true || self.availability_zone_relocation_enabled == true
    at      = self
  }

  why  = "The loss of a zone takes the warehouse down until it is restored from a snapshot."
  help = "Set multi_az = true, or at least availability_zone_relocation_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "without availability_zone_relocation_enabled" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
      }
    TF
  }

  example "availability_zone_relocation_enabled is true" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier                   = "sales"
        node_type                            = "ra3.xlplus"
        availability_zone_relocation_enabled = true
      }
    TF
  }
}
