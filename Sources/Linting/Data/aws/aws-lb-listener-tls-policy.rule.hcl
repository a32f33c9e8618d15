rule "aws-lb-listener-tls-policy" {
  summary  = "The listener accepts outdated versions of TLS"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]

  resource "aws_lb_listener" "aws_alb_listener" {
    where = self.protocol == "HTTPS" || self.protocol == "TLS"
    require = (
      self.ssl_policy != null
      && (startswith(self.ssl_policy, "ELBSecurityPolicy-FS-1-2") || startswith(self.ssl_policy, "ELBSecurityPolicy-TLS-1-2") || startswith(self.ssl_policy, "ELBSecurityPolicy-TLS13"))
    )
    message     = "The listener accepts TLS 1.0 or 1.1: ssl_policy is not set, or names a policy that does."
    equivalents = { checkov = ["CKV_AWS_103"], trivy = ["AWS-0047"] }
  }

  resource "aws_lb_listener" "aws_alb_listener" {
    where = self.protocol == "HTTPS" || self.protocol == "TLS"
    require = (
      self.ssl_policy != null
      && !contains(["ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-TLS-1-0-2015-04", "ELBSecurityPolicy-TLS-1-1-2017-01", "ELBSecurityPolicy-2015-03", "ELBSecurityPolicy-2015-02", "ELBSecurityPolicy-2014-10", "ELBSecurityPolicy-Default", "ELBSecurityPolicy-2014-01"], self.ssl_policy)
    )
    message     = "The policy of the listener accepts ciphers that are weak."
    equivalents = { checkov = ["CKV2_AWS_74"] }
  }

  why  = <<-TEXT
    TLS 1.0 and 1.1 have known weaknesses, and payment and health regulations forbid them; the default policy of 2016 still takes them.
  TEXT
  help = "Set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06, or a later one."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener"]

  example "a policy of 2016" {
    flagged = <<-TF
      resource "aws_lb_listener" "web" {
        load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188"
        port              = 443
        protocol          = "HTTPS"
        ssl_policy        = "ELBSecurityPolicy-2016-08"
        certificate_arn   = "arn:aws:acm:eu-west-1:123456789012:certificate/1"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_lb_listener" "web" {
        load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188"
        port              = 443
        protocol          = "HTTPS"
        ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
        certificate_arn   = "arn:aws:acm:eu-west-1:123456789012:certificate/1"
      }
    TF
  }
}
