rule "nifcloud-security-group-open" {
  summary  = "A security group lets the whole internet in"
  category = "security"
  severity = "high"
  tags     = ["network", "public"]

  resource "nifcloud_security_group_rule" {
    where       = self.type == "IN"
    require     = !is_public(self.cidr_ip)
    message     = "Everyone may connect to the ports of the rule."
    equivalents = { trivy = ["NIF-0001"] }
  }

  resource "nifcloud_nas_security_group" {
    each        = self.rule
    require     = !is_public(each.value.cidr_ip)
    message     = "Everyone may mount the storage."
    equivalents = { trivy = ["NIF-0014"] }
  }

  resource "nifcloud_db_security_group" {
    each        = self.rule
    require     = !is_public(each.value.cidr_ip)
    message     = "Everyone may connect to the database."
    equivalents = { trivy = ["NIF-0011"] }
  }

  why  = "Scanners find an open port within minutes, and try stolen passwords and known holes on it from then on."
  help = "Name the networks that need it in cidr_ip."

  references = ["https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/security_group_rule"]

  example "everyone" {
    flagged = <<-TF
      resource "nifcloud_db_security_group" "orders" {
        group_name = "orders"

        rule {
          cidr_ip = "0.0.0.0/0"
        }
      }
    TF
  }

  example "one network" {
    accepted = <<-TF
      resource "nifcloud_db_security_group" "orders" {
        group_name = "orders"

        rule {
          cidr_ip = "10.0.0.0/16"
        }
      }
    TF
  }
}
