rule "aws-lb-waf" {
  summary     = "No firewall protects the public load balancer"
  category    = "security"
  severity    = "info"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_28"] }

  resource "aws_lb" "aws_alb" {
    where = self.internal != true && self.load_balancer_type != "network" && self.load_balancer_type != "gateway"
    require = (
      any([for a in related("aws_wafv2_web_acl_association", "resource_arn") : true])
      || any([for a in related("aws_wafregional_web_acl_association", "resource_arn") : true])
    )
    at = self
  }

  why  = "Known attacks on frameworks reach the application unfiltered, and there is no place to block one at short notice."
  help = "Associate a web ACL with aws_wafv2_web_acl_association."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "without internal" {
    flagged = <<-TF
      resource "aws_lb" "web" {
        name    = "web"
        subnets = ["subnet-1", "subnet-2"]
      }
    TF
  }

  example "internal is true" {
    accepted = <<-TF
      resource "aws_lb" "web" {
        name     = "web"
        subnets  = ["subnet-1", "subnet-2"]
        internal = true
      }
    TF
  }
}
