rule "aws-lb-redirect-https" {
  summary     = "The load balancer does not send HTTP requests to HTTPS"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_20"] }

  resource "aws_lb" "aws_alb" {
    let = { listeners = concat([for l in related("aws_lb_listener", "load_balancer_arn") : l], [for l in related("aws_alb_listener", "load_balancer_arn") : l]) }
    require = !any([
      for l in listeners :
      l.protocol == "HTTP"
      && !any([
        for a in l.default_action :
        a.type == "redirect"
        && any([for r in a.redirect : r.protocol == "HTTPS" && (r.port == null || r.port == "443")])
      ])
    ])
    at = self
  }

  why  = "Browsers try HTTP first; what a listener on port 80 serves can be read and changed on the way."
  help = "Let the listener on port 80 have a default_action of the type redirect with protocol = HTTPS and port = 443."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "reported" {
    flagged = <<-TF
      resource "aws_lb" "web" {
        name = "web"
      }

      resource "aws_lb_listener" "http" {
        load_balancer_arn = aws_lb.web.arn
        port              = 80
        protocol          = "HTTP"

        default_action {
          type             = "forward"
          target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/73e2d6bc24d8a067"
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_lb" "web" {
        name = "web"
      }

      resource "aws_lb_listener" "http" {
        load_balancer_arn = aws_lb.web.arn
        port              = 80
        protocol          = "HTTP"

        default_action {
          type = "redirect"

          redirect {
            port        = "443"
            protocol    = "HTTPS"
            status_code = "HTTP_301"
          }
        }
      }
    TF
  }
}
