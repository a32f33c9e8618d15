rule "aws-elb-secure-policy" {
  summary     = "The load balancer policy accepts SSL 3 or an outdated TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_213"] }

  resource "aws_load_balancer_policy" {
    each = self.policy_attribute
    require = (
      !(contains(["Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"], each.value.name) && lower(each.value.value) == "true")
      && !(each.value.name == "Reference-Security-Policy" && !strcontains(each.value.value, "TLS-1-2"))
    )
    message = "The attribute ${each.value.name} lets clients use protocols with known attacks."
  }

  why  = "A client can be made to fall back to the weakest protocol that the balancer takes; SSL 3 and TLS 1.0 can then be decrypted."
  help = "Use the reference policy ELBSecurityPolicy-TLS-1-2-2017-01, or switch the old protocols to false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/load_balancer_policy"]

  example "SSL 3" {
    flagged = <<-TF
      resource "aws_load_balancer_policy" "tls" {
        load_balancer_name = "web"
        policy_name        = "tls"
        policy_type_name   = "SSLNegotiationPolicyType"

        policy_attribute {
          name  = "Protocol-SSLv3"
          value = "true"
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_load_balancer_policy" "tls" {
        load_balancer_name = "web"
        policy_name        = "tls"
        policy_type_name   = "SSLNegotiationPolicyType"

        policy_attribute {
          name  = "Protocol-TLSv1.2"
          value = "true"
        }
      }
    TF
  }
}
