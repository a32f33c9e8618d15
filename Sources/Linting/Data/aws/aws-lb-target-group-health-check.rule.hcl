rule "aws-lb-target-group-health-check" {
  summary     = "The target group does not say how its targets are checked"
  category    = "reliability"
  severity    = "low"
  tags        = ["monitoring"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_261"] }

  resource "aws_lb_target_group" "aws_alb_target_group" {
    where = self.target_type != "lambda"
    require = any([
      for h in self.health_check :
      h.enabled != false
      && (h.path != null || contains(["TCP", "UDP", "TLS", "TCP_UDP"], self.protocol) || h.protocol == "TCP")
    ])
    at = self
  }

  why  = <<-TEXT
    The default asks for /, which many programs answer even when their database is gone; requests then go to targets that cannot serve
    them.
  TEXT
  help = "Add health_check with a path that tests what a request needs."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group"]

  example "without health_check" {
    flagged = <<-TF
      resource "aws_lb_target_group" "web" {
        port     = 443
        protocol = "HTTPS"
        vpc_id   = "vpc-0a1b2c3d"
      }
    TF
  }

  example "with health_check" {
    accepted = <<-TF
      resource "aws_lb_target_group" "web" {
        port     = 443
        protocol = "HTTPS"
        vpc_id   = "vpc-0a1b2c3d"

        health_check {
          path     = "/health"
          protocol = "HTTPS"
        }
      }
    TF
  }
}
