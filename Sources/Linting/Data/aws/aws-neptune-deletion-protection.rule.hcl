rule "aws-neptune-deletion-protection" {
  summary     = "The graph database can be deleted by one wrong apply"
  category    = "reliability"
  severity    = "info"
  tags        = ["backup"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_58"] }

  resource "aws_neptune_cluster" {
    require = self.deletion_protection == true

    fix {
      set    = { deletion_protection = true }
      safety = "unsafe"
    }
  }

  why  = "A renamed resource deletes the cluster with its data."
  help = "Set deletion_protection = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster"]

  example "without deletion_protection" {
    flagged = <<-TF
      resource "aws_neptune_cluster" "friends" {
        cluster_identifier = "friends"
      }
    TF
  }

  example "deletion_protection is true" {
    accepted = <<-TF
      resource "aws_neptune_cluster" "friends" {
        cluster_identifier  = "friends"
        deletion_protection = true
      }
    TF
  }
}
