rule "aws-db-instance-encryption" {
  summary     = "Storage of the database is not encrypted"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_16"], trivy = ["AWS-0080"], kics = ["08bd0760-8752-44e1-9779-7bb369b2b4e4"] }

  resource "aws_db_instance" {
    where   = self.replicate_source_db == null && self.snapshot_identifier == null
    require = self.storage_encrypted == true
    message = "Storage of the database ${self.identifier} is written in clear."

    fix {
      set    = { storage_encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Whoever gets hold of a snapshot or of the storage reads the data. Encryption cannot be switched on later without a copy of the database."
  help = "Set storage_encrypted = true. An existing database is replaced: copy a snapshot with encryption and restore from it."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "unset" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier        = "orders"
        engine            = "postgres"
        instance_class    = "db.t3.micro"
        allocated_storage = 20
      }
    TF
  }

  example "encrypted" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier        = "orders"
        engine            = "postgres"
        instance_class    = "db.t3.micro"
        allocated_storage = 20
        storage_encrypted = true
      }
    TF
  }

  example "a replica follows its source" {
    accepted = <<-TF
      resource "aws_db_instance" "replica" {
        identifier          = "orders-replica"
        replicate_source_db = "orders"
        instance_class      = "db.t3.micro"
      }
    TF
  }
}
