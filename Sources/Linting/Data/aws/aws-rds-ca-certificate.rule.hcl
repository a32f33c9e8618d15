rule "aws-rds-ca-certificate" {
  summary     = "The database uses a certificate authority that has ended"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_211"] }

  resource "aws_db_instance" {
    require = (
      self.ca_cert_identifier == null
      || contains(["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"], self.ca_cert_identifier)
    )
    message = "The authority ${self.ca_cert_identifier} is not one of those in use."

    fix {
      set    = { ca_cert_identifier = "rds-ca-rsa2048-g1" }
      safety = "unsafe"
    }
  }

  resource "aws_rds_cluster_instance" {
    require = (
      self.ca_cert_identifier == null
      || contains(["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"], self.ca_cert_identifier)
    )
    message = "The authority ${self.ca_cert_identifier} is not one of those in use."

    fix {
      set    = { ca_cert_identifier = "rds-ca-rsa2048-g1" }
      safety = "unsafe"
    }
  }

  why  = "rds-ca-2019 ended in 2024: clients that verify the certificate cannot connect any more, so that verification is switched off."
  help = "Remove ca_cert_identifier, or set rds-ca-rsa2048-g1 and bring the clients' trust stores up to date first."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "ca_cert_identifier is rds-ca-2019" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier         = "orders"
        engine             = "postgres"
        instance_class     = "db.m6g.large"
        ca_cert_identifier = "rds-ca-2019"
      }
    TF
  }

  example "ca_cert_identifier is rds-ca-rsa2048-g1" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier         = "orders"
        engine             = "postgres"
        instance_class     = "db.m6g.large"
        ca_cert_identifier = "rds-ca-rsa2048-g1"
      }
    TF
  }
}
