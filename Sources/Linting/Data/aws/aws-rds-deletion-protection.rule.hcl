rule "aws-rds-deletion-protection" {
  summary     = "The database can be deleted by one wrong apply"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  tags        = ["backup"]
  equivalents = { checkov = ["CKV_AWS_293", "CKV_AWS_139"], trivy = ["AWS-0177", "AWS-0343"] }

  resource "aws_db_instance" "aws_rds_cluster" {
    require = self.deletion_protection == true

    fix {
      set    = { deletion_protection = true }
      safety = "unsafe"
    }
  }

  why  = "A renamed resource or a mistaken destroy deletes the database at once. Deletion protection makes it two steps."
  help = "Set deletion_protection = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "without deletion_protection" {
    flagged = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier = "orders"
        engine             = "aurora-postgresql"
      }
    TF
  }

  example "deletion_protection is true" {
    accepted = <<-TF
      resource "aws_rds_cluster" "orders" {
        cluster_identifier  = "orders"
        engine              = "aurora-postgresql"
        deletion_protection = true
      }
    TF
  }
}
