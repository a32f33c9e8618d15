rule "aws-elb-listener-encryption" {
  summary  = "A listener of the classic load balancer serves requests in clear"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]
  packs    = ["strict"]

  resource "aws_elb" {
    require = all([
      for l in self.listener :
      contains(["https", "ssl"], lower(l.lb_protocol)) && contains(["https", "ssl"], lower(l.instance_protocol))
    ])
    message     = "A listener takes requests, or hands them to the instances, in clear."
    equivalents = { checkov = ["CKV_AWS_376"] }
  }

  resource "aws_elb" {
    require     = all([for l in self.listener : l.ssl_certificate_id != null])
    message     = "A listener has no certificate."
    equivalents = { checkov = ["CKV_AWS_127"] }
  }

  why  = "Passwords and sessions can be read and changed between the client and the balancer."
  help = "Set lb_protocol to https or ssl and name a certificate in ssl_certificate_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elb"]

  example "reported" {
    flagged = <<-TF
      resource "aws_elb" "web" {
        name = "web"

        listener {
          instance_port     = 80
          instance_protocol = "http"
          lb_port           = 80
          lb_protocol       = "http"
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_elb" "web" {
        name = "web"

        listener {
          instance_port      = 443
          instance_protocol  = "https"
          lb_port            = 443
          lb_protocol        = "https"
          ssl_certificate_id = "arn:aws:acm:eu-west-1:123456789012:certificate/1"
        }
      }
    TF
  }
}
