rule "nifcloud-security-group-missing" {
  summary  = "Nothing limits the traffic of a machine or gateway"
  category = "security"
  severity = "high"
  tags     = ["network"]

  resource "nifcloud_instance" {
    require     = !contains([null, ""], self.security_group)
    at          = self.security_group
    message     = "The machine has no security group."
    equivalents = { trivy = ["NIF-0004"] }
  }

  resource "nifcloud_router" {
    require     = !contains([null, ""], self.security_group)
    at          = self.security_group
    message     = "The router has no security group."
    equivalents = { trivy = ["NIF-0016"] }
  }

  resource "nifcloud_vpn_gateway" {
    require     = !contains([null, ""], self.security_group)
    at          = self.security_group
    message     = "The gateway has no security group."
    equivalents = { trivy = ["NIF-0018"] }
  }

  why  = "Without a group every port is open to whatever reaches the network."
  help = "Set security_group to a group that allows what is needed."

  references = ["https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/instance"]

  example "none" {
    flagged = <<-TF
      resource "nifcloud_instance" "web" {
        image_id       = "283"
        security_group = ""
      }
    TF
  }

  example "a group" {
    accepted = <<-TF
      resource "nifcloud_instance" "web" {
        image_id       = "283"
        security_group = "web"
      }
    TF
  }
}
