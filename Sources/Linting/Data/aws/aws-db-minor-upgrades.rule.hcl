rule "aws-db-minor-upgrades" {
  summary     = "The database does not take minor upgrades by itself"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_226"] }

  resource "aws_db_instance" "aws_rds_cluster_instance" {
    require = self.auto_minor_version_upgrade != false

    fix {
      set    = { auto_minor_version_upgrade = true }
      safety = "unsafe"
    }
  }

  why  = "Minor versions close known holes; without automatic upgrades they stay open until someone remembers."
  help = "Remove auto_minor_version_upgrade = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "auto_minor_version_upgrade is false" {
    flagged = <<-TF
      resource "aws_db_instance" "this" {
        identifier                 = "orders"
        engine                     = "postgres"
        instance_class             = "db.t3.micro"
        auto_minor_version_upgrade = false
      }
    TF
  }

  example "without auto_minor_version_upgrade" {
    accepted = <<-TF
      resource "aws_db_instance" "this" {
        identifier     = "orders"
        engine         = "postgres"
        instance_class = "db.t3.micro"
      }
    TF
  }
}
