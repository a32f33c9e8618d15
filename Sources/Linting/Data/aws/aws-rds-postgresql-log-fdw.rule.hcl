rule "aws-rds-postgresql-log-fdw" {
  summary     = "The version of PostgreSQL lets users read internal credentials"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AWS_250"] }

  # The lowest repaired release of each major version, in front of the dot and behind it.

  resource "aws_db_instance" {
    let = {
      repaired = { "9" = 23, "10" = 18, "11" = 13, "12" = 8, "13" = 3 }
      numbers  = split(".", self.engine_version)
    }
    where   = self.engine == "postgres" && self.engine_version != null && can(regex("^[0-9]+\\.[0-9]+", self.engine_version))
    require = numbers[0] == "9" ? (length(numbers) < 3 || tonumber(numbers[1]) > 6 || (numbers[1] == "6" && tonumber(numbers[2]) >= 23)) : (!contains(keys(repaired), numbers[0]) || tonumber(numbers[1]) >= repaired[numbers[0]])
    at      = self.engine_version
    message = "Version ${self.engine_version} has the flaw in log_fdw."
  }

  resource "aws_rds_cluster" {
    let = {
      repaired = { "10" = 18, "11" = 9, "12" = 4 }
      numbers  = split(".", self.engine_version)
    }
    where   = self.engine == "aurora-postgresql" && self.engine_version != null && can(regex("^[0-9]+\\.[0-9]+", self.engine_version))
    require = numbers[0] != "9" && (!contains(keys(repaired), numbers[0]) || tonumber(numbers[1]) >= repaired[numbers[0]])
    at      = self.engine_version
    message = "Version ${self.engine_version} has the flaw in log_fdw."
  }

  why  = <<-TEXT
    The extension log_fdw of these versions lets a user of the database read files of the host, and with them credentials of AWS's own
    account.
  TEXT
  help = "Upgrade at least to 13.3, 12.8, 11.13, 10.18 or 9.6.23 (Aurora: 12.4, 11.9), better to a version that is still maintained."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "engine_version is 13.2" {
    flagged = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "postgres"
        engine_version = "13.2"
        instance_class = "db.m6g.large"
      }
    TF
  }

  example "engine_version is 16.4" {
    accepted = <<-TF
      resource "aws_db_instance" "orders" {
        identifier     = "orders"
        engine         = "postgres"
        engine_version = "16.4"
        instance_class = "db.m6g.large"
      }
    TF
  }
}
