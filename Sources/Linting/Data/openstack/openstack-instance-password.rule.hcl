rule "openstack-instance-password" {
  summary     = "The administrator's password of the machine is written down"
  category    = "secrets"
  severity    = "high"
  equivalents = { checkov = ["CKV_OPENSTACK_4"], trivy = ["OPNSTK-0001"] }

  resource "openstack_compute_instance_v2" {
    require = self.admin_pass == null || self.admin_pass == ""
    message = "The password stands in the configuration and in the state."
  }

  why  = "Whoever reads the repository or the state can log in, and a password in a file is seldom changed."
  help = "Remove admin_pass, and name a key_pair."

  references = ["https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/compute_instance_v2"]

  example "a password" {
    flagged = <<-TF
      resource "openstack_compute_instance_v2" "web" {
        name       = "web"
        admin_pass = "N0tSoSecret!"
      }
    TF
  }

  example "a key" {
    accepted = <<-TF
      resource "openstack_compute_instance_v2" "web" {
        name     = "web"
        key_pair = "operators"
      }
    TF
  }
}
