rule "aws-rds-require-tls" {
  summary     = "The database accepts connections in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_69"] }

  resource "aws_db_instance" {
    let = {
      groups = related("aws_db_parameter_group", "name", self.parameter_group_name)
      wanted = { postgres = "rds.force_ssl", sqlserver = "rds.force_ssl", mysql = "require_secure_transport", mariadb = "require_secure_transport" }
    }
    require = !any([
      for g in groups :
      any([
        for family, name in wanted :
        strcontains(g.family, family)
        && !any([for p in g.parameter : p.name == name && (p.value == "1" || p.value == "ON")])
      ])
    ])
    at      = self
    message = "The parameter group does not make clients use TLS."
  }

  why  = "A client that is set up carelessly sends its password and data in clear, and nobody notices."
  help = "Set rds.force_ssl (PostgreSQL, SQL Server) or require_secure_transport (MySQL, MariaDB) to 1 in the parameter group."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "without parameter" {
    flagged = <<-TF
      resource "aws_db_parameter_group" "orders" {
        name   = "orders"
        family = "postgres14"
      }

      resource "aws_db_instance" "orders" {
        identifier           = "orders"
        engine               = "postgres"
        instance_class       = "db.m6g.large"
        parameter_group_name = aws_db_parameter_group.orders.name
      }
    TF
  }

  example "with parameter" {
    accepted = <<-TF
      resource "aws_db_parameter_group" "orders" {
        name   = "orders"
        family = "postgres14"

        parameter {
          name  = "rds.force_ssl"
          value = "1"
        }
      }

      resource "aws_db_instance" "orders" {
        identifier           = "orders"
        engine               = "postgres"
        instance_class       = "db.m6g.large"
        parameter_group_name = aws_db_parameter_group.orders.name
      }
    TF
  }
}
