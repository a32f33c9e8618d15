rule "openstack-firewall-open" {
  summary     = "A rule of the firewall lets traffic of the whole internet through"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_OPENSTACK_5"], trivy = ["OPNSTK-0002"] }

  resource "openstack_fw_rule_v1" "openstack_fw_rule_v2" {
    where   = self.action == "allow" && self.enabled != false
    require = self.source_ip_address != null && self.destination_ip_address != null && !is_public(self.source_ip_address) && !is_public(self.destination_ip_address) || self.destination_ip_address != null && self.destination_port != null && self.source_ip_address != null && !is_public(self.source_ip_address)
    at      = self
    message = "The rule allows traffic from anywhere, or to anywhere."
  }

  why  = "A rule without addresses holds for every network on both sides."
  help = "Set source_ip_address and destination_ip_address."

  references = ["https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/fw_rule_v1"]

  example "no addresses" {
    flagged = <<-TF
      resource "openstack_fw_rule_v1" "web" {
        name             = "web"
        protocol         = "tcp"
        destination_port = "22"
        action           = "allow"
      }
    TF
  }

  example "both sides named" {
    accepted = <<-TF
      resource "openstack_fw_rule_v1" "web" {
        name                   = "web"
        protocol               = "tcp"
        source_ip_address      = "198.51.100.0/24"
        destination_ip_address = "10.0.0.10"
        destination_port       = "22"
        action                 = "allow"
      }
    TF
  }
}
