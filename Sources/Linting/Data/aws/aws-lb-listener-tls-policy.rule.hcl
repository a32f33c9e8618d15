rule "aws-lb-listener-tls-policy" {
  summary     = "The listener accepts outdated versions of TLS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { trivy = ["AWS-0047"] }

  resource "aws_lb_listener" "aws_alb_listener" {
    where   = self.protocol == "HTTPS" || self.protocol == "TLS"
    require = self.ssl_policy == null || startswith(self.ssl_policy, "ELBSecurityPolicy-FS-1-2") || startswith(self.ssl_policy, "ELBSecurityPolicy-TLS-1-2") || startswith(self.ssl_policy, "ELBSecurityPolicy-TLS13")
    message = "The policy ${self.ssl_policy} accepts TLS 1.0 or 1.1."
  }

  resource "aws_lb_listener" "aws_alb_listener" {
    let      = { balancers = refers(self.load_balancer_arn, "aws_lb") }
    where    = self.protocol == "HTTPS" || self.protocol == "TLS"
    require  = self.ssl_policy != null
    message  = "Without ssl_policy the listener takes one of 2016 that accepts TLS 1.0."
    severity = "low"
  }

  why  = <<-TEXT
    TLS 1.0 and 1.1 have known weaknesses, and payment and health regulations forbid them; the default policy of 2016 still takes them.
  TEXT
  help = "Set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06, or a later one."

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
