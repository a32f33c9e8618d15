rule "openstack-security-group-description" {
  summary     = "The security group does not say what it is for"
  category    = "style"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { trivy = ["OPNSTK-0005"] }

  resource "openstack_networking_secgroup_v2" {
    require = self.description != null && self.description != ""
    at      = self
    message = "The group has no description."
  }

  why  = "Rules outlive those who wrote them: without a purpose nobody dares to remove one."
  help = "Set description to what the group is for."

  references = ["https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/networking_secgroup_v2"]

  example "none" {
    flagged = <<-TF
      resource "openstack_networking_secgroup_v2" "web" {
        name = "web"
      }
    TF
  }

  example "a purpose" {
    accepted = <<-TF
      resource "openstack_networking_secgroup_v2" "web" {
        name        = "web"
        description = "Front ends of the shop"
      }
    TF
  }
}
