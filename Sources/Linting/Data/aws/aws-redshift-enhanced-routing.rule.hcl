rule "aws-redshift-enhanced-routing" {
  summary     = "Loads and unloads of the data warehouse bypass the VPC"
  category    = "security"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_321"] }

  resource "aws_redshift_cluster" {
    require = self.enhanced_vpc_routing == true

    fix {
      set    = { enhanced_vpc_routing = true }
      safety = "unsafe"
    }
  }

  why  = "Copies between the warehouse and S3 travel over the internet, past endpoints, flow logs and their policies."
  help = "Set enhanced_vpc_routing = true and add an S3 endpoint."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "without enhanced_vpc_routing" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier = "sales"
        node_type          = "ra3.xlplus"
      }
    TF
  }

  example "enhanced_vpc_routing is true" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "sales" {
        cluster_identifier   = "sales"
        node_type            = "ra3.xlplus"
        enhanced_vpc_routing = true
      }
    TF
  }
}
