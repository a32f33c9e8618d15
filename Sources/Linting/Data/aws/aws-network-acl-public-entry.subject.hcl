# Entries of network ACLs that let the whole internet in: `entry` is the block or rule, `denied` the entries that are read before it and deny.
subject "aws-network-acl-public-entry" {
  resource "aws_network_acl" "aws_default_network_acl" {
    each = self.ingress
    let = {
      entry  = each.value
      denied = [for d in self.ingress : d if d.action == "deny" && d.rule_no < each.value.rule_no && is_public(d.cidr_block)]
    }
    where = each.value.action == "allow" && (is_public(each.value.cidr_block) || is_public(each.value.ipv6_cidr_block))
  }

  resource "aws_network_acl_rule" {
    let = {
      entry  = self
      denied = []
    }
    where = self.egress != true && self.rule_action == "allow" && (is_public(self.cidr_block) || is_public(self.ipv6_cidr_block))
  }
}
