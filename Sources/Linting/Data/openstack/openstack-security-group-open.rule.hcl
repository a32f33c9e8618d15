rule "openstack-security-group-open" {
  summary  = "The security group lets the whole internet in or out"
  category = "security"
  severity = "medium"
  tags     = ["network", "public"]

  resource "openstack_networking_secgroup_rule_v2" {
    where       = self.direction == "ingress" && self.remote_group_id == null
    require     = !is_public(self.remote_ip_prefix)
    message     = "Everyone may connect to the ports of the rule."
    severity    = "high"
    equivalents = { trivy = ["OPNSTK-0003"] }
  }

  resource "openstack_networking_secgroup_rule_v2" {
    where       = self.direction == "ingress" && self.remote_group_id == null && try(self.port_range_min <= 22 && self.port_range_max >= 22, false)
    require     = !is_public(self.remote_ip_prefix)
    message     = "Everyone may connect to port 22 (SSH)."
    severity    = "high"
    equivalents = { checkov = ["CKV_OPENSTACK_2"] }
  }

  resource "openstack_networking_secgroup_rule_v2" {
    where       = self.direction == "ingress" && self.remote_group_id == null && try(self.port_range_min <= 3389 && self.port_range_max >= 3389, false)
    require     = !is_public(self.remote_ip_prefix)
    message     = "Everyone may connect to port 3389 (RDP)."
    severity    = "high"
    equivalents = { checkov = ["CKV_OPENSTACK_3"] }
  }

  resource "openstack_compute_secgroup_v2" {
    each        = self.rule
    where       = each.value.from_port <= 22 && each.value.to_port >= 22
    require     = !is_public(each.value.cidr)
    message     = "Everyone may connect to port 22 (SSH)."
    severity    = "high"
    equivalents = { checkov = ["CKV_OPENSTACK_2"] }
  }

  resource "openstack_compute_secgroup_v2" {
    each        = self.rule
    where       = each.value.from_port <= 3389 && each.value.to_port >= 3389
    require     = !is_public(each.value.cidr)
    message     = "Everyone may connect to port 3389 (RDP)."
    severity    = "high"
    equivalents = { checkov = ["CKV_OPENSTACK_3"] }
  }

  resource "openstack_networking_secgroup_rule_v2" {
    where       = self.direction == "egress" && self.remote_group_id == null
    require     = !is_public(self.remote_ip_prefix)
    message     = "Machines of the group may connect to any address."
    severity    = "info"
    equivalents = { trivy = ["OPNSTK-0004"] }
  }

  why  = "Scanners find open ports within minutes. What has taken a machine over needs ways out for its tools and for the data."
  help = "Name the networks that need it in remote_ip_prefix, or a group in remote_group_id."

  references = ["https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/networking_secgroup_rule_v2"]

  example "SSH for all" {
    flagged = <<-TF
      resource "openstack_networking_secgroup_rule_v2" "ssh" {
        direction         = "ingress"
        ethertype         = "IPv4"
        protocol          = "tcp"
        port_range_min    = 22
        port_range_max    = 22
        remote_ip_prefix  = "0.0.0.0/0"
        security_group_id = "web"
      }
    TF
  }

  example "SSH from the office" {
    accepted = <<-TF
      resource "openstack_networking_secgroup_rule_v2" "ssh" {
        direction         = "ingress"
        ethertype         = "IPv4"
        protocol          = "tcp"
        port_range_min    = 22
        port_range_max    = 22
        remote_ip_prefix  = "198.51.100.0/24"
        security_group_id = "web"
      }
    TF
  }
}
