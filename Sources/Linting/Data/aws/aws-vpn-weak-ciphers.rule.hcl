rule "aws-vpn-weak-ciphers" {
  summary  = "The VPN accepts ciphers that are no longer safe"
  category = "security"
  severity = "medium"
  tags     = ["encryption", "network"]
  packs    = ["strict"]

  resource "aws_vpn_connection" {
    require = !any([
      for n in concat(tolist(coalesce(self.tunnel1_phase1_dh_group_numbers, [])), tolist(coalesce(self.tunnel2_phase1_dh_group_numbers, []))) :
      n == 2
    ])
    message = "Diffie-Hellman group 2 has 1,024 bits."
  }

  resource "aws_vpn_connection" {
    require = !any([
      for a in concat(tolist(coalesce(self.tunnel1_phase1_integrity_algorithms, [])), tolist(coalesce(self.tunnel2_phase1_integrity_algorithms, []))) :
      a == "SHA1"
    ])
    message = "SHA1 is accepted for the integrity of the key exchange."
  }

  resource "aws_vpn_connection" {
    require = !any([
      for v in concat(tolist(coalesce(self.tunnel1_ike_versions, [])), tolist(coalesce(self.tunnel2_ike_versions, []))) :
      v == "ikev1"
    ])
    message  = "IKE version 1 is accepted."
    severity = "low"
  }

  why  = "What is recorded today can be decrypted once the old groups and hashes are broken."
  help = "List ikev2, SHA2-256 or better and Diffie-Hellman groups from 14 on."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpn_connection"]

  example "reported" {
    flagged = <<-TF
      resource "aws_vpn_connection" "office" {
        customer_gateway_id             = "cgw-0a1b2c3d"
        type                            = "ipsec.1"
        tunnel1_phase1_dh_group_numbers = [2, 14]
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_vpn_connection" "office" {
        customer_gateway_id             = "cgw-0a1b2c3d"
        type                            = "ipsec.1"
        tunnel1_phase1_dh_group_numbers = [20]
      }
    TF
  }
}
