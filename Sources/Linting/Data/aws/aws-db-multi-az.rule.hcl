rule "aws-db-multi-az" {
  summary     = "The database stands in one zone"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_157"] }

  resource "aws_db_instance" {
    where   = self.replicate_source_db == null
    require = self.multi_az == true

    fix {
      set    = { multi_az = true }
      safety = "unsafe"
    }
  }

  why  = "Maintenance or the loss of a zone takes the database down for minutes or more."
  help = "Set multi_az = true for what must stay up."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "without multi_az" {
    flagged = <<-TF
      resource "aws_db_instance" "this" {
        identifier     = "orders"
        engine         = "postgres"
        instance_class = "db.t3.micro"
      }
    TF
  }

  example "multi_az is true" {
    accepted = <<-TF
      resource "aws_db_instance" "this" {
        identifier     = "orders"
        engine         = "postgres"
        instance_class = "db.t3.micro"
        multi_az       = true
      }
    TF
  }
}
