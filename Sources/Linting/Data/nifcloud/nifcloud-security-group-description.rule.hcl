rule "nifcloud-security-group-description" {
  summary  = "A security group or a rule does not say what it is for"
  category = "style"
  severity = "info"
  packs    = ["strict"]

  resource "nifcloud_security_group" {
    require     = !contains([null, "", "Managed by Terraform"], self.description)
    at          = self.description
    message     = "The group has no description of its own."
    equivalents = { trivy = ["NIF-0002"] }
  }

  resource "nifcloud_security_group_rule" {
    require     = !contains([null, "", "Managed by Terraform"], self.description)
    at          = self.description
    message     = "The rule has no description of its own."
    equivalents = { trivy = ["NIF-0003"] }
  }

  resource "nifcloud_nas_security_group" {
    require     = !contains([null, "", "Managed by Terraform"], self.description)
    at          = self.description
    message     = "The group has no description of its own."
    equivalents = { trivy = ["NIF-0015"] }
  }

  resource "nifcloud_db_security_group" {
    require     = !contains([null, "", "Managed by Terraform"], self.description)
    at          = self.description
    message     = "The group has no description of its own."
    equivalents = { trivy = ["NIF-0012"] }
  }

  why  = "Rules outlive those who wrote them: without a purpose nobody dares to remove one."
  help = "Set description to what the group or rule is for."

  references = ["https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/security_group"]

  example "no purpose" {
    flagged = <<-TF
      resource "nifcloud_security_group" "web" {
        group_name  = "web"
        description = "Managed by Terraform"
      }
    TF
  }

  example "a purpose" {
    accepted = <<-TF
      resource "nifcloud_security_group" "web" {
        group_name  = "web"
        description = "HTTP from the load balancer"
      }
    TF
  }
}
