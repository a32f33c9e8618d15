rule "aws-redshift-publicly-accessible" {
  summary     = "The warehouse can be reached from the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network"]
  equivalents = { checkov = ["CKV_AWS_87"] }

  resource "aws_redshift_cluster" {
    require = self.publicly_accessible != true

    fix {
      set    = { publicly_accessible = false }
      safety = "unsafe"
    }
  }

  why  = "A public address leaves only the password between the internet and the data."
  help = "Set publicly_accessible = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster"]

  example "publicly_accessible is true" {
    flagged = <<-TF
      resource "aws_redshift_cluster" "this" {
        cluster_identifier  = "w"
        node_type           = "ra3.large"
        publicly_accessible = true
      }
    TF
  }

  example "publicly_accessible is false" {
    accepted = <<-TF
      resource "aws_redshift_cluster" "this" {
        cluster_identifier  = "w"
        node_type           = "ra3.large"
        publicly_accessible = false
      }
    TF
  }
}
