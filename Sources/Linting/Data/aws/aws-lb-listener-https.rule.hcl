rule "aws-lb-listener-https" {
  summary     = "The listener serves requests in clear"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_2", "CKV_AWS_103"], trivy = ["AWS-0054"], kics = ["de7f5e83-da88-4046-871f-ea18504b1d43"] }

  resource "aws_lb_listener" "aws_alb_listener" {
    require = self.protocol != "HTTP" || any([for a in self.default_action : a.type == "redirect" && any([for r in a.redirect : r.protocol == "HTTPS"])])
  }

  why  = "Passwords and sessions can be read and changed on the way."
  help = "Listen with HTTPS and a certificate; let port 80 redirect to it."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener"]

  example "reported" {
    flagged = <<-TF
      resource "aws_lb_listener" "this" {
        load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/1"
        port              = 80
        protocol          = "HTTP"

        default_action {
          type             = "forward"
          target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web/1"
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_lb_listener" "this" {
        load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/1"
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
