rule "aws-db-publicly-accessible" {
  summary     = "The database can be reached from the internet"
  category    = "security"
  severity    = "critical"
  tags        = ["network"]
  equivalents = { checkov = ["CKV_AWS_17"], trivy = ["AWS-0180"], kics = ["35113e6f-2c6b-414d-beec-7a9482d3b2d1"] }

  resource "aws_db_instance" "aws_rds_cluster_instance" {
    require = self.publicly_accessible != true

    fix {
      set    = { publicly_accessible = false }
      safety = "unsafe"
    }
  }

  why  = "A public address leaves only the password and the security group between the internet and the data."
  help = "Set publicly_accessible = false and reach the database through the VPC, a bastion or a VPN."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "publicly_accessible is true" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier          = "orders"
        engine              = "postgres"
        instance_class      = "db.t3.micro"
        publicly_accessible = true
      }
    TF
  }

  example "without publicly_accessible" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "postgres"
        instance_class = "db.t3.micro"
      }
    TF
  }
}
